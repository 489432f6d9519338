using BugSeeder.Model.Bugs;
using BugSeeder.Model.Statistics;

namespace BugSeeder.Pipeline;

/// <summary>In which order a run takes the bugs of a bank when it wants fewer than there are.</summary>
internal static class BugChoice
{
    /// <summary>
    /// By lot, but one bug of each cluster before a second of any: bugs that share a member or a good part of their witnesses say little more than one of them,
    /// and every interval is as wide as the effective number of clusters makes it.
    /// </summary>
    /// <param name="bugs">The bugs to choose from.</param>
    /// <param name="seed">Where the random numbers start; the same number gives the same order.</param>
    public static IReadOnlyList<Bug> Order(IReadOnlyList<Bug> bugs, long seed)
    {
        var clusters = Clusters.Of(bugs);
        return
        [
            .. new SeededRandom(seed).Shuffled(bugs)
                .GroupBy(bug => clusters.ClusterOf(bug.Id), StringComparer.Ordinal)
                .SelectMany(static cluster => cluster.Index())
                .OrderBy(static entry => entry.Index)
                .Select(static entry => entry.Item),
        ];
    }
}
