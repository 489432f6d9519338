using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Reading;

/// <summary>Takes from a spec what can be tried on the code.</summary>
internal static class CheckReader
{
    /// <summary>The checks of a spec, in the order of its text.</summary>
    public static SpecChecks Read(Spec spec)
    {
        var (checks, unread) = (new List<Check>(), new List<Clause>());
        foreach (var (section, context) in Around(spec.Sections, "", spec))
        {
            foreach (var clause in section.Clauses)
            {
                var found = clause.Example is { } example ? [example] : clause.Kind == ClauseKind.Scenario ? ScenarioReader.In(clause.Text, UsingsOf(spec)) : InlineExamples.In(clause.Text, UsingsOf(spec));
                if (found.Count == 0)
                    unread.Add(clause);
                checks.AddRange(found.Select(each => new Check(each, clause, section.Title, context)));
            }

            checks.AddRange(ShownValues.In(TextOf(section, spec), UsingsOf(spec)).Select(example => new Check(example, Shown(example, section), section.Title, context) { IsShown = true }));
        }

        return new([.. checks.DistinctBy(check => (check.Example.Setup, check.Example.Expression, check.Example.Outcome))], unread);
    }

    private static Clause Shown(SpecExample example, Section section) => new("", false, ClauseKind.Example, "", $"{example.Expression} // {example.Outcome}", section.Place);

    /// <summary>Each section with its text and that of the sections that it stands in: what is said above a table of examples is said of them.</summary>
    private static IEnumerable<(Section Section, string Text)> Around(IEnumerable<Section> sections, string above, Spec spec) => sections.SelectMany(section =>
    {
        var text = $"{TextOf(section, spec)}\n{above}";
        return Around(section.Sections, text, spec).Prepend((section, text));
    });

    /// <summary>The text under a heading, without the sections in it.</summary>
    private static string TextOf(Section section, Spec spec)
    {
        var end = section.Sections is [var first, ..] ? first.Place.Start : section.Place.Start + section.Place.Length;
        return spec.FileOf(section.Place.File).Text[section.Place.Start..Math.Max(section.Place.Start, end)];
    }

    private static IReadOnlyList<string> UsingsOf(Spec spec) => [.. spec.AllClauses.SelectMany(clause => clause.Example?.Usings ?? []).Distinct(StringComparer.Ordinal)];
}
