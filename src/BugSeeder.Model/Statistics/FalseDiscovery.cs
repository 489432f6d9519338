namespace BugSeeder.Model.Statistics;

/// <summary>
/// Keeps down the share of false ones among many findings (Benjamini and Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57:289, 1995).
/// </summary>
internal static class FalseDiscovery
{
    /// <summary>The share of false findings that is put up with, among secondary measures and among sections: 10 %.</summary>
    public const double Share = 0.10;

    /// <summary>The adjusted p-values, in the order of <paramref name="p"/>: what is at most q is a finding at share q.</summary>
    public static IReadOnlyList<double> Adjusted(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var least = 1.0;
        var rank = p.Count;
        foreach (var place in Enumerable.Range(0, p.Count).OrderByDescending(place => p[place]))
            adjusted[place] = least = Math.Min(least, p[place] * p.Count / rank--);
        return adjusted;
    }
}
