using BugSeeder.Model.Statistics;

namespace BugSeeder.Seeding;

/// <summary>
/// How far the bugs of a bank may hang together. Bugs that share a member or a good part of their witnesses are no independent evidence, so every interval is as wide
/// as the effective number of clusters makes it (<see cref="Clusters.EffectiveCount"/>). That shall be at least half the number of bugs: n²/Σc² ≥ n/2 for clusters of
/// c bugs, which is Σc(c−1) ≤ n. From 20 bugs on, no cluster then holds over a quarter, where intervals cover too little.
/// </summary>
/// <param name="wanted">How many bugs the bank shall have.</param>
internal sealed class Independence(int wanted)
{
    private Clusters clusters = Clusters.OfSeeds([]);
    private Dictionary<string, int> sizes = [];

    /// <summary>The bugs that the bank has now.</summary>
    public void Has(IReadOnlyList<ProvenSeed> bugs)
    {
        clusters = Clusters.OfSeeds(bugs.Select(bug => (bug.Seed.Id, bug.Seed, bug.Witnesses)));
        sizes = bugs.CountBy(bug => clusters.ClusterOf(bug.Seed.Id), StringComparer.Ordinal).ToDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal);
    }

    /// <summary>By how much a further bug would raise Σc(c−1): 0 where it shares nothing.</summary>
    /// <param name="parts">The bug, or what it is to be combined of.</param>
    public int GrowthBy(params ReadOnlySpan<ProvenSeed> parts)
    {
        var joined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
            joined.UnionWith(clusters.JoinedBy(part.Seed, part.Witnesses));
        return Pairs(1 + joined.Sum(cluster => sizes[cluster])) - joined.Sum(cluster => Pairs(sizes[cluster]));
    }

    /// <summary>Whether a further bug leaves the bank's bugs independent enough.</summary>
    /// <param name="parts">The bug, or what it is to be combined of.</param>
    public bool Allows(params ReadOnlySpan<ProvenSeed> parts) => AllowsInstead(before: 0, parts);

    /// <summary>Whether the bank's bugs hang together no more with this one in the place of a bug that has gone, or are independent enough all the same.</summary>
    /// <param name="before">How far they hung together with that bug.</param>
    /// <param name="parts">The bug, or what it is to be combined of.</param>
    public bool AllowsInstead(int before, params ReadOnlySpan<ProvenSeed> parts) => Entanglement + GrowthBy(parts) <= Math.Max(wanted, before);

    /// <summary>Σc(c−1) over the clusters of c bugs: 0 where no two share anything.</summary>
    public int Entanglement => sizes.Values.Sum(Pairs);

    private static int Pairs(int size) => size * (size - 1);
}
