using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Comparing;

/// <summary>A spec as conventions read it: its binding clauses, each with what stands around it.</summary>
/// <param name="Clauses">The clauses that bind and are no examples, in the order of the text.</param>
/// <param name="Text">All of the spec's text, with white space made one.</param>
internal sealed partial record StatedSpec(IReadOnlyList<StatedClause> Clauses, string Text)
{
    /// <summary>The tables that stand behind a binding clause in its section: what they state is part of it.</summary>
    public IReadOnlyList<StatedTable> Tables { get; init; } = [];

    /// <summary>A spec so read.</summary>
    public static StatedSpec Of(Spec spec)
    {
        List<StatedClause> clauses =
        [
            .. spec.AllSections.Where(section => section.Role is not (SectionRole.NonGoals or SectionRole.Background)).SelectMany(section => section.Clauses
                .Where(clause => clause.Kind != ClauseKind.Example)
                .Select(clause => new StatedClause(clause, section.Title, [.. section.WithInner.SelectMany(inner => inner.Clauses).Select(each => each.Example).OfType<SpecExample>()]) { Topic = IsTitle(section, spec) ? "" : section.Title })),
        ];
        return new(clauses, string.Join('\n', spec.Files.Select(file => StatedClause.Plain(file.Text)))) { Tables = [.. TablesOf(spec, clauses)] };
    }

    /// <summary>The rows of a table that has a heading, each as its cells; the last binding clause before it states it.</summary>
    private static IEnumerable<StatedTable> TablesOf(Spec spec, IReadOnlyList<StatedClause> clauses)
    {
        foreach (var file in spec.Files)
        {
            foreach (Match table in Table().Matches(file.Text))
            {
                if (clauses.LastOrDefault(clause => clause.Clause.Place.File == file.Path && clause.Clause.Place.Start <= table.Index) is not { } clause || Heading().IsMatch(file.Text[clause.Clause.Place.Start..table.Index]))
                    continue;
                var lines = table.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
                yield return new(clause, [.. lines.Skip(2).Where(cells => cells.Length == lines[0].Length)]);
            }
        }
    }

    [GeneratedRegex(@"^[ \t]*\|.*\n[ \t]*\|[ \t:|-]+\n([ \t]*\|.*(\n|\z))+", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^#", RegexOptions.Multiline)]
    private static partial Regex Heading();

    private static bool IsTitle(Section section, Spec spec) => section.Level == 1 && spec.AllSections.Count(other => other.Level == 1 && other.Place.File == section.Place.File) == 1;
}

/// <summary>A table that a clause states.</summary>
/// <param name="Clause">The clause before it.</param>
/// <param name="Rows">Its rows without the heading, each as its cells.</param>
internal sealed record StatedTable(StatedClause Clause, IReadOnlyList<IReadOnlyList<string>> Rows);
