using BugSeeder.Model.Statistics;

namespace BugSeeder.Model.Grades;

/// <summary>
/// Estimates over bugs. The bug is the unit: its trials are averaged first, so that trying more often never passes for more bugs. Bugs of one cluster are not
/// independent: the plain intervals are used only where each bug is a cluster of its own and has one trial, and the bootstrap over clusters otherwise.
/// Where the bootstrap gives no answer, yes-no figures fall back to the plain interval with the effective number of clusters as its n. That errs to the wide
/// side: it takes the bugs of a cluster for one, and rates for a yes or no, which varies most of all that has the same mean. Numbers then have no interval.
/// </summary>
internal static class Estimates
{
    /// <summary>Any number does, as long as it stays: the same scores must give the same intervals.</summary>
    private const long BootstrapSeed = 20260101;

    /// <summary>The mean of yes-no values, a rate from 0 to 1.</summary>
    public static Estimate OfRate(IReadOnlyList<BugValue> bugs)
    {
        if (bugs.Count == 0)
            return Estimate.Nothing;

        var sums = SumsOf(bugs, static bug => bug.Cluster, static bug => bug.Mean);
        var rate = bugs.Average(static bug => bug.Mean);
        var isPlain = sums.Count == bugs.Count && bugs.All(static bug => bug.Trials == 1);
        var bootstrap = isPlain ? null : ClusterBootstrapT.Of(sums, BootstrapSeed);
        return bootstrap is { } interval
            ? Made(rate, interval.Within(0, 1), bugs.Count, IntervalMethod.ClusterBootstrapT)
            : Made(rate, WilsonOver(rate, ClusterBootstrapT.EffectiveCount(sums)), bugs.Count, IntervalMethod.Wilson);
    }

    /// <summary>The mean of numbers from 0 to <paramref name="highest"/>.</summary>
    public static Estimate OfNumber(IReadOnlyList<BugValue> bugs, double highest)
    {
        if (bugs.Count == 0)
            return Estimate.Nothing;

        var mean = bugs.Average(static bug => bug.Mean);
        return ClusterBootstrapT.Of(SumsOf(bugs, static bug => bug.Cluster, static bug => bug.Mean), BootstrapSeed) is { } interval
            ? Made(mean, interval.Within(0, highest), bugs.Count, IntervalMethod.ClusterBootstrapT)
            : new Estimate(mean, null, null, bugs.Count, IntervalMethod.None);
    }

    /// <summary>The mean difference of paired yes-no values, from -1 to 1.</summary>
    public static Estimate OfDifference(IReadOnlyList<PairedBug> pairs)
    {
        if (pairs.Count == 0)
            return Estimate.Nothing;

        var sums = SumsOf(pairs, static pair => pair.Cluster, static pair => pair.Difference);
        var difference = pairs.Average(static pair => pair.Difference);
        var isPlain = sums.Count == pairs.Count && pairs.All(static pair => pair.IsSingle);
        var bootstrap = isPlain ? null : ClusterBootstrapT.Of(sums, BootstrapSeed);
        if (bootstrap is { } interval)
            return Made(difference, interval.Within(-1, 1), pairs.Count, IntervalMethod.ClusterBootstrapT);

        var table = PairedTable.Of(pairs.Select(static pair => (pair.With.Mean, pair.Without.Mean))).ScaledTo(ClusterBootstrapT.EffectiveCount(sums));
        return Made(difference, NewcombePaired.Interval(table), pairs.Count, IntervalMethod.NewcombePaired);
    }

    private static Interval WilsonOver(double rate, double n) => Wilson.Interval(Math.Min(rate * n, n), n);

    private static Estimate Made(double value, Interval interval, int n, IntervalMethod method)
    {
        var (low, high) = interval.Containing(value);
        return new Estimate(value, low, high, n, method);
    }

    private static IReadOnlyList<ClusterSum> SumsOf<T>(IReadOnlyList<T> bugs, Func<T, string> cluster, Func<T, double> value) =>
        [.. bugs.GroupBy(cluster).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(group => new ClusterSum(group.Sum(value), group.Count()))];
}
