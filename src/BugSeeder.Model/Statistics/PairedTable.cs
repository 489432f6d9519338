using System.Runtime.InteropServices;

namespace BugSeeder.Model.Statistics;

/// <summary>How often each of two paired answers was a yes. The cells may be fractions: rates of several trials add up to such.</summary>
/// <param name="Both">Both said yes.</param>
/// <param name="OnlyFirst">Only the first said yes.</param>
/// <param name="OnlySecond">Only the second said yes.</param>
/// <param name="Neither">Neither said yes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairedTable(double Both, double OnlyFirst, double OnlySecond, double Neither)
{
    /// <summary>How many pairs there are.</summary>
    public double N => Both + OnlyFirst + OnlySecond + Neither;

    /// <summary>How many of the first said yes.</summary>
    public double First => Both + OnlyFirst;

    /// <summary>How many of the second said yes.</summary>
    public double Second => Both + OnlySecond;

    /// <summary>
    /// The table of pairs of rates: each pair adds what one trial of each side, drawn at random, would add on average. Pairs of 0 and 1 give plain counts.
    /// </summary>
    public static PairedTable Of(IEnumerable<(double First, double Second)> pairs) => pairs.Aggregate(
        default(PairedTable),
        (table, pair) => new PairedTable(
            table.Both + (pair.First * pair.Second),
            table.OnlyFirst + (pair.First * (1 - pair.Second)),
            table.OnlySecond + ((1 - pair.First) * pair.Second),
            table.Neither + ((1 - pair.First) * (1 - pair.Second))));

    /// <summary>The same shares over <paramref name="n"/> pairs.</summary>
    public PairedTable ScaledTo(double n)
    {
        var factor = n / N;
        return new PairedTable(Both * factor, OnlyFirst * factor, OnlySecond * factor, Neither * factor);
    }
}
