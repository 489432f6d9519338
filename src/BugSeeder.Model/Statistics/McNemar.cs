using MathNet.Numerics.Distributions;

namespace BugSeeder.Model.Statistics;

/// <summary>
/// McNemar's exact test for paired yes-no answers, one of each (McNemar, "Note on the sampling error of the difference between correlated proportions
/// or percentages", Psychometrika 12:153, 1947): given that two answers differ, each direction is as likely.
/// Repeated trials of one bug are no pairs of their own, so it is used with one trial each only.
/// </summary>
internal static class McNemar
{
    /// <summary>How likely so uneven a split of the differing pairs is, if neither side is better: two-sided, at most 1.</summary>
    /// <param name="onlyFirst">Pairs of which only the first said yes.</param>
    /// <param name="onlySecond">Pairs of which only the second said yes.</param>
    public static double PValue(int onlyFirst, int onlySecond) =>
        onlyFirst + onlySecond == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, onlyFirst + onlySecond, Math.Min(onlyFirst, onlySecond)));
}
