using System.Runtime.InteropServices;

namespace BugSeeder.Model.Statistics;

/// <summary>The values of one cluster of a ratio, added up.</summary>
/// <param name="Over">The sum of the numerators.</param>
/// <param name="Under">The sum of the denominators.</param>
/// <param name="Count">How many values there are, above 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RatioSum(double Over, double Under, int Count);

/// <summary>
/// The ratio of two means of the same clusters, by Fieller's theorem (Fieller, "Some problems in interval estimation", J. R. Statist. Soc. B 16:175, 1954):
/// all ratios R for which the mean of numerator − R × denominator is compatible with 0. The variances are those of <see cref="RobustMean"/>.
/// The set is an interval only where the denominator is itself shown to differ from 0 at the same level; otherwise the ratio is not bounded.
/// </summary>
internal static class RatioOfMeans
{
    /// <summary>The ratio; <see langword="null"/> where the denominators add up to 0.</summary>
    public static double? Value(IReadOnlyList<RatioSum> clusters)
    {
        var under = clusters.Sum(static cluster => cluster.Under);
        return under == 0 ? null : clusters.Sum(static cluster => cluster.Over) / under;
    }

    /// <summary>The interval at a level of confidence; <see langword="null"/> where the ratio is not bounded.</summary>
    public static Interval? Interval(IReadOnlyList<RatioSum> clusters, double level)
    {
        if (Of(clusters, static cluster => cluster.Over) is not { } over || Of(clusters, static cluster => cluster.Under) is not { } under
            || Of(clusters, static cluster => cluster.Over + cluster.Under) is not { } sum)
            return null;

        var quantile = under.Quantile((1 + level) / 2);
        var (a, b) = (over.Error * over.Error, under.Error * under.Error);
        var covariance = ((sum.Error * sum.Error) - a - b) / 2;
        var square = quantile * quantile;

        // (over − R under)² = t² (a − 2 R covariance + R² b), as a quadratic in R.
        var leading = (under.Value * under.Value) - (square * b);
        var middle = (over.Value * under.Value) - (square * covariance);
        var constant = (over.Value * over.Value) - (square * a);
        var discriminant = (middle * middle) - (leading * constant);
        if (leading <= 0 || discriminant < 0)
            return null;

        var root = Math.Sqrt(discriminant);
        return new((middle - root) / leading, (middle + root) / leading);
    }

    private static RobustMean? Of(IReadOnlyList<RatioSum> clusters, Func<RatioSum, double> value) =>
        RobustMean.Of([.. clusters.Select(cluster => new ClusterSum(value(cluster), cluster.Count))]);
}
