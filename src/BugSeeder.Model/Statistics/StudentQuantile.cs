using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace BugSeeder.Model.Statistics;

/// <summary>Quantiles of Student's distribution. Finding one takes microseconds, and the same few are asked for again and again.</summary>
internal static class StudentQuantile
{
    private const int Kept = 4096;
    private static readonly ConcurrentDictionary<(double Freedom, double Probability), double> Known = new();

    /// <summary>The quantile for so many degrees of freedom.</summary>
    public static double Of(double freedom, double probability)
    {
        if (Known.TryGetValue((freedom, probability), out var known))
            return known;

        var quantile = StudentT.InvCDF(0, 1, freedom, probability);
        if (Known.Count < Kept)
            Known.TryAdd((freedom, probability), quantile);
        return quantile;
    }
}
