namespace BugSeeder.Model.Statistics;

/// <summary>
/// The square-and-add interval for a difference of paired proportions: method 10 of Newcombe, "Improved confidence intervals for the difference
/// between binomial proportions based on paired data", Statist. Med. 17:2635, 1998. The Wilson intervals of the two proportions are joined
/// with their correlation φ, whose numerator is corrected for continuity.
/// </summary>
internal static class NewcombePaired
{
    /// <summary>The interval for the share of the first minus the share of the second.</summary>
    /// <param name="table">The four cells, none below 0, with a sum above 0.</param>
    /// <returns>An interval inside -1 to 1 that contains the difference.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The table is empty.</exception>
    public static Interval Interval(PairedTable table)
    {
        var n = table.N;
        var first = table.First / n;
        var second = table.Second / n;
        var (firstLow, firstHigh) = Wilson.Interval(Math.Min(table.First, n), n);
        var (secondLow, secondHigh) = Wilson.Interval(Math.Min(table.Second, n), n);
        var phi = Phi(table);

        var difference = first - second;
        var below = SquareAndAdd(first - firstLow, secondHigh - second, phi);
        var above = SquareAndAdd(firstHigh - first, second - secondLow, phi);
        return new Interval(difference - below, difference + above).Within(-1, 1).Containing(difference);
    }

    private static double SquareAndAdd(double one, double other, double phi) =>
        Math.Sqrt(Math.Max(0, (one * one) - (2 * phi * one * other) + (other * other)));

    private static double Phi(PairedTable table)
    {
        var margins = table.First * (table.N - table.First) * table.Second * (table.N - table.Second);
        if (margins <= 0)
            return 0; // One side never varies, so a correlation has no meaning; Newcombe takes 0.

        var numerator = (table.Both * table.Neither) - (table.OnlyFirst * table.OnlySecond);
        if (numerator > 0)
            numerator = Math.Max(0, numerator - (table.N / 2));

        return Math.Clamp(numerator / Math.Sqrt(margins), -1, 1);
    }
}
