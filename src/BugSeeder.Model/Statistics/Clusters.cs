using BugSeeder.Model.Bugs;

namespace BugSeeder.Model.Statistics;

/// <summary>
/// Bugs that stand or fall together: those of one member, directly or through bugs of several members, and those that largely the same tests notice. The latter is
/// average linkage (UPGMA; Sokal and Michener 1958) over the share of common witnesses (Jaccard's index): the two most alike clusters are joined as long as a bug of the
/// one and a bug of the other share <see cref="LeastAlike"/> of their witnesses on average. To have some witness in common says little: in a parser almost every test
/// goes through the same members. What is left between compact clusters does little harm (Bester, Conley and Hansen 2011; docs/statistics.md has the simulation).
/// A bug outside of any member shares none.
/// </summary>
public sealed class Clusters
{
    /// <summary>How much of their witnesses, 0 to 1, the bugs of two clusters share on average that are joined: so much that intervals cover 92 % at least in simulation.</summary>
    public const double LeastAlike = 0.1;

    private readonly List<Cluster> clusters = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private Clusters()
    {
    }

    /// <summary>The clusters of these bugs, whatever their order.</summary>
    public static Clusters Of(IEnumerable<Bug> bugs) => OfSeeds(bugs.Select(static bug => (bug.Id, bug.Seed, bug.Witnesses)));

    /// <summary>The clusters of seeds that tests notice, each with a name and its witnesses, whatever their order; what has the same name counts once.</summary>
    public static Clusters OfSeeds(IEnumerable<(string Name, Seed Seed, IReadOnlyList<string> Witnesses)> bugs)
    {
        var made = new Clusters();
        foreach (var (name, seed, witnesses) in bugs.DistinctBy(static bug => bug.Name, StringComparer.Ordinal).OrderBy(static bug => bug.Name, StringComparer.Ordinal))
            made.AddByMember(new(name, MembersOf(seed), new(witnesses, StringComparer.Ordinal)));
        made.JoinAlike();
        foreach (var cluster in made.clusters)
        {
            foreach (var bug in cluster.Bugs)
                made.names[bug.Name] = cluster.Name;
        }

        return made;
    }

    /// <summary>How many bugs each cluster holds, the largest first.</summary>
    public IReadOnlyList<int> Sizes => [.. clusters.Select(static cluster => cluster.Bugs.Count).OrderDescending()];

    /// <summary>
    /// How many bugs without clusters say as much as these at least, (Σn)²/Σn² (Kish, "Survey Sampling", 1965): as if the bugs of a cluster were all alike.
    /// </summary>
    public double EffectiveCount => ClusterBootstrapT.EffectiveCount([.. Sizes.Select(static size => new ClusterSum(0, size))]);

    /// <summary>The clusters that a further bug would join, and so join to one: those with one of its members, and the most alike.</summary>
    public IReadOnlyCollection<string> JoinedBy(Seed seed, IEnumerable<string> witnesses)
    {
        var further = new Cluster([new("", MembersOf(seed), new(witnesses, StringComparer.Ordinal))]);
        var joined = clusters.Where(cluster => cluster.SharesMember(further)).Select(static cluster => cluster.Name).ToHashSet(StringComparer.Ordinal);
        if (clusters.MaxBy(further.AlikenessTo) is { } nearest && further.AlikenessTo(nearest) >= LeastAlike)
            joined.Add(nearest.Name);
        return joined;
    }

    /// <summary>The cluster of a bug, named by the first of its bugs in ordinal order. A bug that is not known is a cluster of its own.</summary>
    public string ClusterOf(string bug) => names.GetValueOrDefault(bug, bug);

    private static HashSet<string> MembersOf(Seed seed) =>
        seed.AllPlaces.Select(static place => place.Member).Where(static member => member.Length > 0).ToHashSet(StringComparer.Ordinal);

    private void AddByMember(Traced bug)
    {
        var added = new Cluster([bug]);
        var sharing = clusters.FindAll(added.SharesMember);
        clusters.RemoveAll(sharing.Contains);
        clusters.Add(sharing.Aggregate(added, static (joined, other) => other.With(joined)));
    }

    private void JoinAlike()
    {
        // Sums over pairs of bugs, so that two clusters are joined by adding up.
        var sums = clusters.Select(one => clusters.Select(one.CommonShares).ToList()).ToList();
        while (MostAlike(sums) is var (one, other))
        {
            clusters[one] = clusters[one].With(clusters[other]);
            sums[one] = [.. sums[one].Zip(sums[other], static (its, others) => its + others)];
            clusters.RemoveAt(other);
            sums.RemoveAt(other);
            foreach (var row in sums)
            {
                row[one] += row[other];
                row.RemoveAt(other);
            }
        }
    }

    /// <summary>The two clusters that are most alike, the first of equals; <see langword="null"/> where none are alike enough.</summary>
    private (int One, int Other)? MostAlike(List<List<double>> sums)
    {
        var (most, first, second) = (0.0, 0, 0);
        for (var one = 0; one < clusters.Count; one++)
        {
            for (var other = one + 1; other < clusters.Count; other++)
            {
                var alikeness = sums[one][other] / (clusters[one].Bugs.Count * clusters[other].Bugs.Count);
                if (alikeness > most)
                    (most, first, second) = (alikeness, one, other);
            }
        }

        return most >= LeastAlike ? (first, second) : null;
    }

    /// <summary>What is known of a bug.</summary>
    private sealed record Traced(string Name, HashSet<string> Members, HashSet<string> Witnesses)
    {
        /// <summary>The share of the witnesses of two bugs that both have (Jaccard's index).</summary>
        public double CommonShare(Traced other)
        {
            var common = Witnesses.Count(other.Witnesses.Contains);
            return common == 0 ? 0 : (double)common / (Witnesses.Count + other.Witnesses.Count - common);
        }
    }

    private sealed class Cluster(IReadOnlyList<Traced> bugs)
    {
        public IReadOnlyList<Traced> Bugs { get; } = bugs;

        public string Name { get; } = bugs.Select(static bug => bug.Name).Min(StringComparer.Ordinal)!;

        public bool SharesMember(Cluster other) => Bugs.Any(bug => other.Bugs.Any(its => bug.Members.Overlaps(its.Members)));

        public double CommonShares(Cluster other) => Bugs.Sum(bug => other.Bugs.Sum(bug.CommonShare));

        public double AlikenessTo(Cluster other) => CommonShares(other) / (Bugs.Count * other.Bugs.Count);

        public Cluster With(Cluster other) => new([.. Bugs, .. other.Bugs]);
    }
}
