namespace BugSeeder.Model.Statistics;

/// <summary>
/// The interval for the difference of two rates over the same clusters: the intervals of <see cref="RobustRate"/>, joined by square-and-add with the correlation
/// of the two means (Zou and Donner, "Construction of confidence limits about effect measures", Statist. Med. 27:1693, 2008, which is Newcombe's method of 1998
/// for other intervals than Wilson's). In simulation it covers as Student's t does where rates are middling, and keeps to it where they are near 0 or 1.
/// </summary>
internal static class RobustDifference
{
    /// <summary>The interval for first minus second at a level of confidence; <see langword="null"/> where the clusters do not bound it (<see cref="RobustMean.IsEnough"/>).</summary>
    /// <param name="first">The sums of the first, by cluster.</param>
    /// <param name="second">The sums of the second, in the same order and with the same counts.</param>
    /// <param name="level">Between 0 and 1, such as 0.95.</param>
    public static Interval? Interval(IReadOnlyList<ClusterSum> first, IReadOnlyList<ClusterSum> second, double level)
    {
        ClusterSum[] differences = [.. first.Zip(second, static (one, other) => new ClusterSum(one.Sum - other.Sum, one.Count))];
        if (RobustMean.Of(differences) is not { IsEnough: true } difference || RobustMean.Of([.. first]) is not { } one || RobustMean.Of([.. second]) is not { } other)
            return null;

        var effective = ClusterBootstrapT.EffectiveCount(first);
        var (oneLow, oneHigh) = RobustRate.Interval(one, effective, level);
        var (otherLow, otherHigh) = RobustRate.Interval(other, effective, level);
        var correlation = Correlation(one.Error, other.Error, difference.Error);
        var below = SquareAndAdd(one.Value - oneLow, otherHigh - other.Value, correlation);
        var above = SquareAndAdd(oneHigh - one.Value, other.Value - otherLow, correlation);
        return new Interval(difference.Value - below, difference.Value + above).Within(-1, 1).Containing(difference.Value);
    }

    /// <summary>Where one side does not vary a correlation has no meaning, and 0 is taken.</summary>
    private static double Correlation(double one, double other, double difference) =>
        one * other > 1e-12 ? Math.Clamp(((one * one) + (other * other) - (difference * difference)) / (2 * one * other), -1, 1) : 0;

    private static double SquareAndAdd(double one, double other, double correlation) =>
        Math.Sqrt(Math.Max(0, (one * one) - (2 * correlation * one * other) + (other * other)));
}
