using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Tracing;

/// <summary>Measures inferred links where people have said which are right: identifiers and matrix are hidden, links inferred, and compared.</summary>
internal static class TraceTruth
{
    /// <summary>How inferred links compare with the truth.</summary>
    /// <param name="kind">What is linked, such as <c>tests</c>.</param>
    /// <param name="subjects">For each thing, its inferred links with the surest first, and the identifiers of the right clauses.</param>
    public static TraceAccuracy Of(string kind, IReadOnlyList<(IReadOnlyList<Link> Inferred, IReadOnlySet<string> Right)> subjects)
    {
        var known = subjects.Where(subject => subject.Right.Count > 0).Select(subject => (Inferred: subject.Inferred.Where(link => !link.Clause.StartsWith("c-", StringComparison.Ordinal)).ToList(), subject.Right)).ToList();
        var hits = known.Count(subject => subject.Inferred.Take(3).Any(link => subject.Right.Contains(link.Clause)));
        var first = known.Count(subject => subject.Inferred.Take(1).Any(link => subject.Right.Contains(link.Clause)));
        var links = known.SelectMany(subject => subject.Inferred.Where(link => link.Strength != LinkStrength.None).Select(link => (Link: link, IsRight: subject.Right.Contains(link.Clause)))).ToList();
        var strong = links.Where(link => link.Link.Strength == LinkStrength.Strong).ToList();
        return new(
            kind, known.Count, Share.Of(first, known.Count), Share.Of(hits, known.Count), Share.Of(links.Count(link => link.IsRight), links.Count), Share.Of(strong.Count(link => link.IsRight), strong.Count),
            Share.Of(known.Sum(subject => subject.Right.Count(id => subject.Inferred.Exists(link => link.Clause == id && link.Strength != LinkStrength.None))), known.Sum(subject => subject.Right.Count)),
            [.. Enum.GetValues<TraceTier>().Select(tier => (Tier: tier, Of: links.Where(link => link.Link.Evidence.Any(evidence => evidence.Tier == tier)).ToList())).Where(entry => entry.Of.Count > 0)
                .Select(entry => new TierAccuracy(entry.Tier, Share.Of(entry.Of.Count(link => link.IsRight), entry.Of.Count)))]);
    }
}
