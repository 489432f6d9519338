using System.Runtime.InteropServices;

namespace BugSeeder.Model.Statistics;

/// <summary>Trials of one bug in one arm.</summary>
/// <param name="Mean">The mean over them, from 0 to 1.</param>
/// <param name="Trials">How many there are.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TrialMean(double Mean, int Trials);

/// <summary>
/// The interval for "this bank only": the bugs are taken as all there are, and only the assistant's wavering from trial to trial counts. The variance of each
/// bug's mean is the unbiased p(1−p)/(T−1), added up over bugs and arms (stratified sampling: Cochran, "Sampling Techniques", 1977, section 5.4), with
/// Satterthwaite's degrees of freedom. It needs two trials or more of each.
/// </summary>
internal static class WithinBugs
{
    /// <summary>The interval around a difference (or, with one arm, a rate); <see langword="null"/> where a bug has one trial only or nothing varies.</summary>
    /// <param name="value">The estimate: a mean over bugs.</param>
    /// <param name="bugs">How many bugs it is a mean over.</param>
    /// <param name="cells">Every bug in every arm that the estimate is made from.</param>
    /// <param name="level">How sure the interval is to be.</param>
    public static Interval? Around(double value, int bugs, IEnumerable<TrialMean> cells, double level)
    {
        var (variance, squares) = (0.0, 0.0);
        foreach (var (mean, trials) in cells)
        {
            if (trials < 2)
                return null;
            var own = mean * (1 - mean) / (trials - 1);
            variance += own;
            squares += own * own / (trials - 1);
        }

        if (variance <= 0)
            return null;
        var reach = StudentQuantile.Of(Math.Max(1, variance * variance / squares), (1 + level) / 2) * Math.Sqrt(variance) / bugs;
        return new(value - reach, value + reach);
    }
}
