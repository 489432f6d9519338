using BugSeeder.Model.Statistics;

namespace BugSeeder.Model.Grades;

/// <summary>
/// Estimates over bugs. The bug is the unit: its trials are averaged first, so that trying more often never passes for more bugs. Bugs of one cluster are not
/// independent: the plain intervals are used only where each bug is a cluster of its own and has one trial, and cluster-robust ones otherwise. Where there are too few
/// clusters for those, or nothing varies, yes-no figures fall back to the plain interval with the effective number of clusters as its n. That errs to the wide side:
/// it takes the bugs of a cluster for one, and rates for a yes or no, which varies most of all that has the same mean.
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
        var effective = ClusterBootstrapT.EffectiveCount(sums);
        if (sums.Count == bugs.Count && bugs.All(static bug => bug.Trials == 1))
            return Made(rate, Wilson.Interval(Math.Min(rate * effective, effective), effective), bugs.Count, IntervalMethod.Wilson);

        return RobustMean.Of([.. sums]) is { IsEnough: true } mean
            ? Made(rate, RobustRate.Interval(mean, effective, Interval.Level), bugs.Count, IntervalMethod.RobustWilson)
            : Made(rate, Wilson.Interval(Math.Min(rate * effective, effective), effective), bugs.Count, IntervalMethod.Wilson);
    }

    /// <summary>The mean of numbers from <paramref name="lowest"/> to <paramref name="highest"/>.</summary>
    public static Estimate OfNumber(IReadOnlyList<BugValue> bugs, double highest, double lowest = 0)
    {
        if (bugs.Count == 0)
            return Estimate.Nothing;

        var mean = bugs.Average(static bug => bug.Mean);
        var sums = SumsOf(bugs, static bug => bug.Cluster, static bug => bug.Mean);
        if (ClusterBootstrapT.Of(sums, BootstrapSeed) is { } interval)
            return Made(mean, interval.Within(lowest, highest), bugs.Count, IntervalMethod.ClusterBootstrapT);
        return RobustMean.Of([.. sums]) is { Error: > 0 } robust
            ? Made(mean, robust.At(Interval.Level).Within(lowest, highest), bugs.Count, IntervalMethod.RobustT)
            : new Estimate(mean, null, null, bugs.Count, IntervalMethod.None);
    }

    /// <summary>The mean difference of paired yes-no values, from -1 to 1.</summary>
    public static Estimate OfDifference(IReadOnlyList<PairedBug> pairs) => OfDifference(pairs, Interval.Level);

    /// <summary>The same at another level of confidence; then never the plain interval, so that all looks at a run are made alike.</summary>
    public static Estimate OfDifference(IReadOnlyList<PairedBug> pairs, double level)
    {
        if (pairs.Count == 0)
            return Estimate.Nothing;

        var with = SumsOf(pairs, static pair => pair.Cluster, static pair => pair.With.Mean);
        var without = SumsOf(pairs, static pair => pair.Cluster, static pair => pair.Without.Mean);
        var difference = pairs.Average(static pair => pair.Difference);
        var isPlain = level == Interval.Level && with.Count == pairs.Count && pairs.All(static pair => pair.IsSingle);
        if (!isPlain && RobustDifference.Interval(with, without, level) is { } interval)
            return Made(difference, interval, pairs.Count, IntervalMethod.RobustPaired);

        var table = PairedTable.Of(pairs.Select(static pair => (pair.With.Mean, pair.Without.Mean))).ScaledTo(ClusterBootstrapT.EffectiveCount(with));
        return Made(difference, NewcombePaired.Interval(table), pairs.Count, IntervalMethod.NewcombePaired);
    }

    /// <summary>
    /// The difference of two figures that are estimated from different bugs or controls, by square-and-add without a correlation (Newcombe, Statist. Med. 17:873,
    /// 1998, method 10). It errs to the wide side where the two have something in common.
    /// </summary>
    public static Estimate OfSeparate(Estimate one, Estimate other, double lowest = -1)
    {
        if (one.Value is not { } first || other.Value is not { } second)
            return Estimate.Nothing;
        var n = Math.Min(one.N, other.N);
        if (one is not { Low: { } oneLow, High: { } oneHigh } || other is not { Low: { } otherLow, High: { } otherHigh })
            return new(first - second, null, null, n, IntervalMethod.None);
        var interval = new Interval(first - second - Math.Sqrt(Math.Pow(first - oneLow, 2) + Math.Pow(otherHigh - second, 2)), first - second + Math.Sqrt(Math.Pow(oneHigh - first, 2) + Math.Pow(second - otherLow, 2)));
        return Made(first - second, interval.Within(lowest, -lowest), n, IntervalMethod.SquareAndAdd);
    }

    /// <summary>
    /// How likely a difference at least so far from 0 is, if there is none: the least error at which the interval leaves 0 out. With one trial of each and no
    /// clusters it is McNemar's exact one, and so it is over whole clusters where those are too few, or too much alike, for an interval (then a sign test). <see langword="null"/> where there is nothing to compare.
    /// </summary>
    public static double? PValue(IReadOnlyList<PairedBug> pairs)
    {
        if (pairs.Count == 0)
            return null;

        var with = SumsOf(pairs, static pair => pair.Cluster, static pair => pair.With.Mean);
        if (with.Count == pairs.Count && pairs.All(static pair => pair.IsSingle))
            return McNemar.PValue(pairs.Count(static pair => pair.Difference > 0), pairs.Count(static pair => pair.Difference < 0));

        var without = SumsOf(pairs, static pair => pair.Cluster, static pair => pair.Without.Mean);
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 40; step++)
        {
            var error = (low + high) / 2;
            if (RobustDifference.Interval(with, without, 1 - error) is not { } interval)
                return McNemar.PValue(with.Zip(without).Count(static pair => pair.First.Sum > pair.Second.Sum), with.Zip(without).Count(static pair => pair.First.Sum < pair.Second.Sum));
            (low, high) = interval.Low > 0 || interval.High < 0 ? (low, error) : (error, high);
        }

        return high;
    }

    /// <summary>The ratio of two paired means, by Fieller; <see cref="IntervalMethod.None"/> where the denominator is not shown to differ from 0.</summary>
    public static Estimate OfRatio(IReadOnlyList<RatioPart> parts, double level)
    {
        IReadOnlyList<RatioSum> sums =
            [.. parts.GroupBy(static part => part.Cluster, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => new RatioSum(group.Sum(static part => part.Over), group.Sum(static part => part.Under), group.Count()))];
        if (RatioOfMeans.Value(sums) is not { } ratio)
            return Estimate.Nothing with { N = parts.Count };
        return RatioOfMeans.Interval(sums, level) is { } interval
            ? Made(ratio, interval, parts.Count, IntervalMethod.Fieller)
            : new Estimate(ratio, null, null, parts.Count, IntervalMethod.None);
    }

    private static Estimate Made(double value, Interval interval, int n, IntervalMethod method)
    {
        var (low, high) = interval.Containing(value);
        return new Estimate(value, low, high, n, method);
    }

    private static IReadOnlyList<ClusterSum> SumsOf<T>(IReadOnlyList<T> bugs, Func<T, string> cluster, Func<T, double> value) =>
        [.. bugs.GroupBy(cluster).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(group => new ClusterSum(group.Sum(value), group.Count()))];
}

/// <summary>One bug's share in a ratio of two means.</summary>
/// <param name="Cluster">The cluster that the bug belongs to.</param>
/// <param name="Over">Its numerator.</param>
/// <param name="Under">Its denominator.</param>
internal sealed record RatioPart(string Cluster, double Over, double Under);
