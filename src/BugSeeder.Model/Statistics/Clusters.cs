using BugSeeder.Model.Bugs;

namespace BugSeeder.Model.Statistics;

/// <summary>
/// Bugs that share a member or a witness stand or fall together, directly or through others, so they form one cluster (union-find).
/// A bug outside of any member shares none.
/// </summary>
internal sealed class Clusters
{
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);

    private Clusters()
    {
    }

    /// <summary>The clusters of these bugs, whatever their order.</summary>
    public static Clusters Of(IEnumerable<Bug> bugs)
    {
        var clusters = new Clusters();
        var holders = new Dictionary<(bool IsWitness, string Name), string>();
        foreach (var bug in bugs)
        {
            clusters.parents.TryAdd(bug.Id, bug.Id);
            foreach (var place in bug.Seed.AllPlaces.Where(place => place.Member.Length > 0))
                clusters.Join(bug.Id, holders, (false, place.Member));

            foreach (var witness in bug.Witnesses)
                clusters.Join(bug.Id, holders, (true, witness));
        }

        return clusters;
    }

    /// <summary>The cluster of a bug, named by the first of its bugs in ordinal order. A bug that is not known is a cluster of its own.</summary>
    public string ClusterOf(string bug)
    {
        while (parents.TryGetValue(bug, out var parent) && parent != bug)
            bug = parent;

        return bug;
    }

    private void Join(string bug, Dictionary<(bool IsWitness, string Name), string> holders, (bool IsWitness, string Name) key)
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
