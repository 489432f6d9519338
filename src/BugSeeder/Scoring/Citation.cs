using System.Text.RegularExpressions;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;

namespace BugSeeder.Scoring;

/// <summary>Whether the claim cites the clause that the bug departs from: by its identifier, by the heading above it, or in its own words.</summary>
internal static partial class Citation
{
    /// <summary>So much of what is cited must stand in the clause, in words.</summary>
    private const double Share = 0.7;

    /// <summary>Fewer words fit anything.</summary>
    private const int FewestWords = 4;

    /// <summary>The measure of a trial with a spec.</summary>
    /// <param name="cited">What the claim cites; <see langword="null"/> when nothing.</param>
    /// <param name="study">The spec and its links, frozen before the run.</param>
    /// <param name="bug">The bug's id.</param>
    public static Measure Of(string? cited, SpecStudy study, string bug)
    {
        var links = study.Trace.Of(bug).Links;
        if (links.Count == 0)
            return Measure.NotObservable("no clause is linked to the bug");
        if (string.IsNullOrWhiteSpace(cited))
            return Measure.Of(false, "its claim cites no clause");
        foreach (var link in links)
        {
            var clause = study.Spec.AllClauses.First(clause => clause.Id == link.Clause);
            if (How(cited, clause, study.Spec.SectionOf(clause.Id)) is { } how)
                return Measure.Of(true, $"its claim cites {clause.Id} by {how}, which is linked to the bug");
        }

        return Measure.Of(false, "what its claim cites is not linked to the bug");
    }

    private static string? How(string cited, Clause clause, Section section)
    {
        if (clause.IsGiven && Regex.IsMatch(cited, $@"(?<![\w-]){Regex.Escape(clause.Id.Split('#')[0])}(?![\w-])", RegexOptions.IgnoreCase))
            return "its identifier";
        // Whoever names another clause by its identifier does not mean this one.
        if (clause.IsGiven && Identifier().IsMatch(cited))
            return null;
        if (section.Level > 1 && section.Title.Length > 3 && WordsOf(cited).SequenceEqual(WordsOf(section.Title)))
            return "its heading";
        var (words, own) = (WordsOf(cited).Distinct().ToList(), WordsOf(clause.Text).ToHashSet(StringComparer.Ordinal));
        return words.Count >= FewestWords && words.Count(own.Contains) >= Share * words.Count ? "its words" : null;
    }

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-\d+\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
