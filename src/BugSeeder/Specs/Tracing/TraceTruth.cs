using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Tracing;

/// <summary>Measures inferred links where people have said which are right: identifiers and matrix are hidden, links inferred, and compared.</summary>
internal static class TraceTruth
{
    /// <summary>How inferred links compare with the truth.</summary>
    /// <param name="kind">What is linked, such as <c>tests</c>.</param>
    /// <param name="subjects">For each thing, its inferred links with the surest first, and the identifiers of the right clauses.</param>
    /// <param name="clauses">How many clauses have an identifier.</param>
    public static TraceAccuracy Of(string kind, IReadOnlyList<(IReadOnlyList<Link> Inferred, IReadOnlySet<string> Right)> subjects, int clauses)
    {
        var known = subjects.Where(subject => subject.Right.Count > 0).Select(subject => (Inferred: subject.Inferred.Where(link => !link.Clause.StartsWith("c-", StringComparison.Ordinal)).ToList(), subject.Right)).ToList();
        var hits = known.Count(subject => subject.Inferred.Take(3).Any(link => subject.Right.Contains(link.Clause)));
        var first = known.Count(subject => subject.Inferred.Take(1).Any(link => subject.Right.Contains(link.Clause)));
        var links = known.SelectMany(subject => subject.Inferred.Where(link => link.Strength != LinkStrength.None).Select(link => (Link: link, IsRight: subject.Right.Contains(link.Clause)))).ToList();
        var strong = links.Where(link => link.Link.Strength == LinkStrength.Strong).ToList();
        var byWords = known.Select(subject => (Ranked: subject.Inferred.Where(link => WordsOf(link) > 0).OrderByDescending(WordsOf).ToList(), subject.Right)).ToList();
        return new(
            kind, known.Count, Share.Of(first, known.Count), Share.Of(hits, known.Count), Share.Of(links.Count(link => link.IsRight), links.Count), Share.Of(strong.Count(link => link.IsRight), strong.Count),
            Share.Of(known.Sum(subject => subject.Right.Count(id => subject.Inferred.Exists(link => link.Clause == id && link.Strength != LinkStrength.None))), known.Sum(subject => subject.Right.Count)),
            [.. Enum.GetValues<TraceTier>().Select(tier => (Tier: tier, Of: links.Where(link => link.Link.Evidence.Any(evidence => evidence.Tier == tier)).ToList())).Where(entry => entry.Of.Count > 0)
                .Select(entry => new TierAccuracy(entry.Tier, Share.Of(entry.Of.Count(link => link.IsRight), entry.Of.Count)))],
            new(
                Share.Of(byWords.Count(subject => subject.Ranked.Take(1).Any(link => subject.Right.Contains(link.Clause))), known.Count),
                Share.Of(byWords.Count(subject => subject.Ranked.Take(3).Any(link => subject.Right.Contains(link.Clause))), known.Count),
                known.Count == 0 ? 0 : known.Average(subject => ByChance(subject.Right.Count, clauses))));
    }

    private static double WordsOf(Link link) => link.Evidence.Where(evidence => evidence.Tier == TraceTier.Words).Sum(evidence => evidence.Weight);

    /// <summary>How likely one of three clauses drawn by lot is right.</summary>
    private static double ByChance(int right, int clauses) =>
        clauses < 3 ? 1 : 1 - Enumerable.Range(0, 3).Aggregate(1.0, (missed, drawn) => missed * Math.Max(0, clauses - right - drawn) / (clauses - drawn));
}
