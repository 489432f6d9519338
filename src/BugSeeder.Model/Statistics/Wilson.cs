namespace BugSeeder.Model.Statistics;

/// <summary>
/// The score interval for a proportion, without continuity correction (Wilson, "Probable inference, the law of succession, and
/// statistical inference", JASA 22:209, 1927; method 3 of Newcombe, Statist. Med. 17:857, 1998).
/// </summary>
internal static class Wilson
{
    /// <summary>The interval for <paramref name="yes"/> out of <paramref name="n"/>. Both may be fractions: rates of several trials add up to such.</summary>
    /// <param name="yes">How many said yes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">How many there are, above 0.</param>
    /// <returns>An interval inside 0 to 1 that contains <paramref name="yes"/> / <paramref name="n"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Interval Interval(double yes, double n) => Interval(yes, n, Statistics.Interval.NormalQuantile);

    /// <summary>The interval for another quantile of the normal distribution.</summary>
    /// <param name="yes">How many said yes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">How many there are, above 0.</param>
    /// <param name="z">The quantile, above 0: 1.96 for 95 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Interval Interval(double yes, double n, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(yes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yes, n);

        var share = yes / n;
        var shrinkage = 1 + (z * z / n);
        var centre = (share + (z * z / (2 * n))) / shrinkage;
        var half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / shrinkage;
        return new Interval(centre - half, centre + half).Within(0, 1).Containing(share);
    }
}
