using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Tracing;

/// <summary>What a clause says that can be found in code.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Section">The section it stands in.</param>
/// <param name="Text">Its text, identifiers of requirements blanked out.</param>
/// <param name="Headings">The headings above it, the nearest last.</param>
/// <param name="Spans">What it marks as code.</param>
/// <param name="Words">Its words, with those of the headings.</param>
internal sealed partial record ClauseFacts(Clause Clause, Section Section, string Text, IReadOnlyList<string> Headings, IReadOnlyList<string> Spans, IReadOnlyList<string> Words)
{
    /// <summary>The numbers that stand in it, as they are compared: without zeros at the end.</summary>
    public IReadOnlySet<string> Numbers { get; } = Number().Matches(Text).Select(match => Value.Normal(match.Value)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The facts of every clause of a spec, in order.</summary>
    public static IReadOnlyList<ClauseFacts> Of(Spec spec)
    {
        var ids = spec.AllClauses.Where(clause => clause.IsGiven).Select(clause => clause.Id.Split('#')[0]).Distinct().OrderByDescending(id => id.Length).ToList();
        var known = ids.Count == 0 ? null : new Regex($@"\b({string.Join('|', ids.Select(Regex.Escape))})\b");
        return [.. spec.Sections.SelectMany(section => Of(section, [], known))];
    }

    private static IEnumerable<ClauseFacts> Of(Section section, IReadOnlyList<string> above, Regex? ids)
    {
        // The title of a whole document is about everything.
        IReadOnlyList<string> headings = section.Level <= 1 ? above : [.. above, section.Title];
        foreach (var clause in section.Clauses)
        {
            var text = ids?.Replace($"{clause.Title} {clause.Text}", " ") ?? $"{clause.Title} {clause.Text}";
            var words = Tracing.Words.Of(text).Concat(headings.SelectMany(Tracing.Words.Of)).ToList();
            yield return new(clause, section, text, headings, [.. CodeSpan().Matches(text).Select(match => match.Groups["code"].Value)], words);
        }

        foreach (var inner in section.Sections.SelectMany(inner => Of(inner, headings, ids)))
            yield return inner;
    }

    [GeneratedRegex(@"`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"(?<![\w.])\d+([.,]\d+)*(?![\w])")]
    private static partial Regex Number();
}
