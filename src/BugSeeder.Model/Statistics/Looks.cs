using MathNet.Numerics.Distributions;

namespace BugSeeder.Model.Statistics;

/// <summary>
/// Bounds for looking at a result while it is being collected, so that all looks together err as often as one: the error is spent by the function of Lan and
/// DeMets ("Discrete sequential boundaries for clinical trials", Biometrika 70:659, 1983) that is like O'Brien and Fleming's, 2 − 2Φ(z/√t) on
/// each side – next to nothing early, nearly all at the end. Intervals that use the bound of their look hold at all looks together (Jennison and Turnbull, "Interim analyses: the repeated
/// confidence interval approach", J. R. Statist. Soc. B 51:305, 1989).
/// </summary>
internal static class Looks
{
    /// <summary>Far enough out that nothing of weight is left.</summary>
    private const double Reach = 8;

    /// <summary>Points of the grid that densities are kept on; with Simpson's weights the bounds are right to four digits.</summary>
    private const int Points = 801;

    /// <summary>The bound on |Z| at each look.</summary>
    /// <param name="shares">Which share of all information each look has, rising, the last 1.</param>
    /// <param name="error">The two-sided error of all looks together.</param>
    public static IReadOnlyList<double> Bounds(IReadOnlyList<double> shares, double error)
    {
        var bounds = new List<double>();
        var spent = 0.0;
        double[] density = [];
        foreach (var (index, share) in shares.Index())
        {
            var allowed = Spent(share, error) - spent;
            spent += allowed;
            var before = index == 0 ? 0 : shares[index - 1];
            var last = index == 0 ? 0 : bounds[^1] * Math.Sqrt(before);
            bounds.Add(Solve(bound => Beyond(density, last, share - before, bound * Math.Sqrt(share)) - allowed));
            density = Next(density, last, share - before, bounds[^1] * Math.Sqrt(share));
        }

        return bounds;
    }

    /// <summary>How much of the error may be spent when this share of the information is in.</summary>
    public static double Spent(double share, double error) =>
        4 - (4 * Normal.CDF(0, 1, Normal.InvCDF(0, 1, 1 - (error / 4)) / Math.Sqrt(Math.Min(1, share))));

    /// <summary>
    /// How likely the last look is to pass its bound on either side, if the trend so far goes on (Lan, Simon and Halperin, "Stochastically curtailed tests in
    /// long-term clinical trials", Sequential Analysis 1:207, 1982).
    /// </summary>
    /// <param name="z">The estimate in standard errors.</param>
    /// <param name="share">Which share of the information is in, between 0 and 1.</param>
    /// <param name="bound">The last look's bound on |Z|.</param>
    public static double Chance(double z, double share, double bound)
    {
        if (share >= 1)
            return Math.Abs(z) >= bound ? 1 : 0;
        var sofar = z * Math.Sqrt(share);
        var expected = sofar / share;
        var spread = Math.Sqrt(1 - share);
        return Normal.CDF(0, 1, (expected - bound) / spread) + Normal.CDF(0, 1, (-expected - bound) / spread);
    }

    /// <summary>The probability that the process, inside all bounds so far, is outside of this one after its next step.</summary>
    private static double Beyond(double[] density, double last, double step, double bound)
    {
        var spread = Math.Sqrt(step);
        return density.Length == 0
            ? 2 * Normal.CDF(0, 1, -bound / spread)
            : Simpson(density, last, (place, weight) => weight * (Normal.CDF(0, 1, (place - bound) / spread) + Normal.CDF(0, 1, (-place - bound) / spread)));
    }

    /// <summary>The density, on a grid inside the bound, of the process that has never been outside.</summary>
    private static double[] Next(double[] density, double last, double step, double bound)
    {
        var (next, spread) = (new double[Points], Math.Sqrt(step));
        for (var index = 0; index < Points; index++)
        {
            var here = At(index, bound);
            next[index] = density.Length == 0
                ? Normal.PDF(0, spread, here)
                : Simpson(density, last, (place, weight) => weight * Normal.PDF(0, spread, here - place));
        }

        return next;
    }

    private static double Simpson(double[] density, double bound, Func<double, double, double> value)
    {
        var sum = 0.0;
        for (var index = 0; index < Points; index++)
            sum += value(At(index, bound), density[index]) * (index is 0 or Points - 1 ? 1 : index % 2 == 1 ? 4 : 2);
        return sum * 2 * bound / (Points - 1) / 3;
    }

    private static double At(int index, double bound) => (((double)index / (Points - 1) * 2) - 1) * bound;

    /// <summary>The falling function's zero.</summary>
    private static double Solve(Func<double, double> falling)
    {
        var (low, high) = (0.0, Reach);
        while (high - low > 1e-7)
        {
            var middle = (low + high) / 2;
            (low, high) = falling(middle) > 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
