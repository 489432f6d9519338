using MathNet.Numerics.Distributions;

namespace BugSeeder.Bench.Statistics;

/// <summary>
/// What bugs and an assistant are like: a bug's difficulty is θ ~ N(0, S²), and in each arm its chance of a clean fix is logistic(a + effect + θ + N(0, τ²)).
/// </summary>
/// <param name="Spread">S.</param>
/// <param name="Noise">τ.</param>
/// <param name="Level">a.</param>
internal sealed record Scenario(double Spread, double Noise, double Level)
{
    /// <summary>The three that measures are planned with.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [new(1.6, 0.5, -0.15), new(2.6, 0.9, -0.30), new(1.2, 0.9, -0.10)];

    /// <summary>Midpoints of equal shares of the normal distribution: averages over them are integrals.</summary>
    private static readonly double[] Quantiles = [.. Enumerable.Range(0, 2000).Select(place => Normal.InvCDF(0, 1, (place + 0.5) / 2000))];

    /// <summary>The rate of clean fixes over all bugs there could be, in an arm with this effect.</summary>
    public double Rate(double effect)
    {
        var deviation = Math.Sqrt((Spread * Spread) + (Noise * Noise));
        return Quantiles.Average(quantile => Logistic(Level + effect + (deviation * quantile)));
    }

    /// <summary>The effect that makes the rate so much higher.</summary>
    /// <param name="difference">The difference of the two rates.</param>
    public double EffectFor(double difference)
    {
        var (low, high, goal) = (-20.0, 20.0, Rate(0) + difference);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            (low, high) = Rate(middle) < goal ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The logistic function.</summary>
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
