using BugSeeder.Model.Bugs;

namespace BugSeeder.Model.Statistics;

/// <summary>
/// Bugs that share a member or a witness stand or fall together, directly or through others, so they form one cluster (union-find).
/// A bug outside of any member shares none.
/// </summary>
public sealed class Clusters
{
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly Dictionary<(bool IsWitness, string Name), string> holders = [];

    private Clusters()
    {
    }

    /// <summary>The clusters of these bugs, whatever their order.</summary>
    public static Clusters Of(IEnumerable<Bug> bugs) => OfSeeds(bugs.Select(static bug => (bug.Id, bug.Seed, bug.Witnesses)));

    /// <summary>The clusters of seeds that tests notice, each with a name and its witnesses.</summary>
    public static Clusters OfSeeds(IEnumerable<(string Name, Seed Seed, IReadOnlyList<string> Witnesses)> bugs)
    {
        var clusters = new Clusters();
        foreach (var (name, seed, witnesses) in bugs)
        {
            clusters.parents.TryAdd(name, name);
            foreach (var key in KeysOf(seed, witnesses))
                clusters.Join(name, key);
        }

        return clusters;
    }

    /// <summary>How many bugs each cluster holds, the largest first.</summary>
    public IReadOnlyList<int> Sizes => [.. parents.Keys.CountBy(ClusterOf).Select(static count => count.Value).OrderDescending()];

    /// <summary>
    /// How many bugs without clusters say as much as these at least, (Σn)²/Σn² (Kish, "Survey Sampling", 1965): as if the bugs of a cluster were all alike.
    /// </summary>
    public double EffectiveCount => ClusterBootstrapT.EffectiveCount([.. Sizes.Select(static size => new ClusterSum(0, size))]);

    /// <summary>The clusters that a further bug would join, and so join to one.</summary>
    public IReadOnlyCollection<string> JoinedBy(Seed seed, IEnumerable<string> witnesses) =>
        KeysOf(seed, witnesses).Select(key => holders.GetValueOrDefault(key)).OfType<string>().Select(ClusterOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>The cluster of a bug, named by the first of its bugs in ordinal order. A bug that is not known is a cluster of its own.</summary>
    public string ClusterOf(string bug)
    {
        while (parents.TryGetValue(bug, out var parent) && parent != bug)
            bug = parent;

        return bug;
    }

    private static IEnumerable<(bool IsWitness, string Name)> KeysOf(Seed seed, IEnumerable<string> witnesses) =>
        seed.AllPlaces.Where(static place => place.Member.Length > 0).Select(static place => (false, place.Member)).Concat(witnesses.Select(static witness => (true, witness)));

    private void Join(string bug, (bool IsWitness, string Name) key)
    {
        if (holders.TryAdd(key, bug))
            return;

        var one = ClusterOf(bug);
        var other = ClusterOf(holders[key]);
        var first = string.CompareOrdinal(one, other) <= 0 ? one : other;
        parents[one] = first;
        parents[other] = first;
    }
}
