using System.Runtime.InteropServices;

namespace BugSeeder.Model.Statistics;

/// <summary>The values of one cluster, added up.</summary>
/// <param name="Sum">Their sum.</param>
/// <param name="Count">How many there are, above 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClusterSum(double Sum, int Count);

/// <summary>
/// Bootstrap-t for a mean of values that come in clusters: whole clusters are drawn with replacement, and each resample's mean is measured in its own
/// standard error (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, section 12.5; Cameron, Gelbach and Miller,
/// "Bootstrap-based improvements for inference with clustered errors", Rev. Econ. Stat. 90:414, 2008).
/// For paired differences, give it the differences.
/// </summary>
internal static class ClusterBootstrapT
{
    /// <summary>How many resamples are drawn.</summary>
    public const int Resamples = 2000;

    /// <summary>
    /// The most of all values that one cluster may hold. With 29 % in one cluster, simulated 95 % intervals of a lift covered 92 %, with 38 % they covered 90 %,
    /// and with 65 % only 83 %; with 21 % or less it was 93 % and over.
    /// </summary>
    public const double LargestShare = 0.25;

    /// <summary>How many resamples lie outside the interval on each side: 2.5 %.</summary>
    private const int Tail = (int)((1 - Interval.Level) / 2 * (Resamples + 1));

    /// <summary>The interval for the mean over all values.</summary>
    /// <param name="clusters">The clusters, in an order that does not depend on chance.</param>
    /// <param name="seed">Where the random numbers start: the same start and clusters give the same interval.</param>
    /// <returns>
    /// <see langword="null"/> where the sample bounds nothing: one cluster holds over a quarter of the values, there is no variation between clusters,
    /// or so little that over 2.5 % of the resamples have none, lie off the mean, and so put an end of the interval at infinity. The caller must then use another method, or give none:
    /// an interval without width would claim certainty.
    /// </returns>
    public static Interval? Of(IReadOnlyList<ClusterSum> clusters, long seed)
    {
        var all = clusters.ToArray();
        if (all.Length == 0 || all.Max(static cluster => cluster.Count) > LargestShare * all.Sum(static cluster => cluster.Count))
            return null;

        // Below this, a standard error is what rounding leaves of zero.
        var negligible = 1e-12 * all.Max(static cluster => Math.Abs(cluster.Sum / cluster.Count));
        var mean = Mean(all);
        var error = StandardError(all, mean);
        if (error <= negligible)
            return null;

        var studentized = Resample(all, mean, negligible, new SeededRandom(seed));
        var interval = new Interval(mean - (studentized[^Tail] * error), mean - (studentized[Tail - 1] * error));
        return double.IsFinite(interval.Low) && double.IsFinite(interval.High) ? interval.Containing(mean) : null;
    }

    /// <summary>The mean over all values, each with the same weight.</summary>
    public static double Mean(ReadOnlySpan<ClusterSum> clusters)
    {
        var (sum, count) = (0.0, 0);
        foreach (var cluster in clusters)
        {
            sum += cluster.Sum;
            count += cluster.Count;
        }

        return sum / count;
    }

    /// <summary>
    /// The cluster-robust (linearised) standard error of the mean, with the factor m/(m-1) for m clusters; 0 for one cluster.
    /// With one value in each cluster it is the usual s/√n (Cochran, "Sampling Techniques", 1977, section 6.3).
    /// </summary>
    public static double StandardError(ReadOnlySpan<ClusterSum> clusters, double mean)
    {
        if (clusters.Length < 2)
            return 0;

        var (squares, count) = (0.0, 0);
        foreach (var cluster in clusters)
        {
            var residual = cluster.Sum - (cluster.Count * mean);
            squares += residual * residual;
            count += cluster.Count;
        }

        return Math.Sqrt(squares * clusters.Length / (clusters.Length - 1)) / count;
    }

    /// <summary>
    /// How many values without clusters say as much about a mean as these, if the values of a cluster are all alike: (Σn)²/Σn² (Kish, "Survey Sampling", 1965).
    /// Clusters of one size count as they are; a large one among small ones counts for less.
    /// </summary>
    public static double EffectiveCount(IReadOnlyList<ClusterSum> clusters)
    {
        double count = clusters.Sum(static cluster => cluster.Count);
        return count * count / clusters.Sum(static cluster => (double)cluster.Count * cluster.Count);
    }

    private static double[] Resample(ClusterSum[] all, double mean, double negligible, SeededRandom random)
    {
        var studentized = new double[Resamples];
        var drawn = new ClusterSum[all.Length];
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var place = 0; place < drawn.Length; place++)
                drawn[place] = all[random.Next(all.Length)];

            var drawnMean = Mean(drawn);
            var drawnError = StandardError(drawn, drawnMean);
            studentized[resample] = Studentized(drawnMean - mean, drawnError, negligible);
        }

        Array.Sort(studentized);
        return studentized;
    }

    /// <summary>A resample without variation is kept, at infinity: leaving it out would hide how little the sample says.</summary>
    private static double Studentized(double distance, double error, double negligible) =>
        error > negligible ? distance / error
        : Math.Abs(distance) <= negligible ? 0
        : distance > 0 ? double.PositiveInfinity
        : double.NegativeInfinity;
}
