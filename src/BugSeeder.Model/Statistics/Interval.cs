using System.Runtime.InteropServices;

namespace BugSeeder.Model.Statistics;

/// <summary>A confidence interval; 95 % unless it is said otherwise.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>How sure the intervals are: 95 %.</summary>
    public const double Level = 0.95;

    /// <summary>The quantile of the standard normal distribution that leaves 2.5 % above it.</summary>
    public const double NormalQuantile = 1.959963984540054;

    /// <summary>The part that lies between these values, for figures that cannot lie outside.</summary>
    public Interval Within(double lowest, double highest) => new(Math.Clamp(Low, lowest, highest), Math.Clamp(High, lowest, highest));

    /// <summary>The same, widened where rounding or an extreme sample left the estimate outside.</summary>
    public Interval Containing(double estimate) => new(Math.Min(Low, estimate), Math.Max(High, estimate));
}
