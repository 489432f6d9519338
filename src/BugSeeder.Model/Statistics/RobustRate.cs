using MathNet.Numerics.Distributions;

namespace BugSeeder.Model.Statistics;

/// <summary>
/// Wilson's interval for a rate over clusters and repeated trials: its n is how many independent answers would have the same variance, by <see cref="RobustMean"/>,
/// lowered for the degrees of freedom that this variance has (Korn and Graubard, "Confidence intervals for proportions with small expected number of positive
/// counts estimated from survey data", Survey Methodology 24:193, 1998; compared by Dean and Pagano, "Evaluating confidence interval methods for binomial
/// proportions in clustered surveys", J. Surv. Stat. Methodol. 3:484, 2015). Unlike a bootstrap it also holds near 0 and 1.
/// </summary>
internal static class RobustRate
{
    /// <summary>The interval at a level of confidence.</summary>
    /// <param name="rate">The rate with its error.</param>
    /// <param name="effective">How many answers there are at least, for a rate that does not vary: see <see cref="ClusterBootstrapT.EffectiveCount"/>.</param>
    /// <param name="level">Between 0 and 1, such as 0.95.</param>
    public static Interval Interval(RobustMean rate, double effective, double level)
    {
        var share = Math.Clamp(rate.Value, 0, 1);
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var variance = rate.Error * rate.Error;
        if (variance <= Negligible || share * (1 - share) <= Negligible)
            return Wilson.Interval(Math.Min(share * effective, effective), effective, z);

        var n = share * (1 - share) / variance;
        var lowered = n * Math.Pow(z / rate.Quantile((1 + level) / 2), 2);
        return Wilson.Interval(Math.Min(share * lowered, lowered), lowered, z);
    }

    /// <summary>Below this, a variance is what rounding leaves of zero.</summary>
    private const double Negligible = 1e-12;
}
