namespace BugSeeder.Bench.Measuring;

/// <summary>Several values of one figure. So few runs have no interval; the smallest and the largest say how far they lie apart.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Median">The middle one, or the mean of the two in the middle.</param>
/// <param name="Max">The largest.</param>
/// <param name="N">How many there are.</param>
internal sealed record Spread(double Min, double Median, double Max, int N)
{
    /// <summary>The spread of some values; <see langword="null"/> of none.</summary>
    public static Spread? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : new(sorted[0], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[^1], sorted.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => N == 1 ? $"{Median:0.##}" : $"{Median:0.##} ({Min:0.##}–{Max:0.##}, {N} rounds)";
}
