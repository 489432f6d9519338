namespace Tariff;

/// <summary>Differences between readings of a register that starts again at zero when it is full.</summary>
public static class RegisterMath
{
    /// <summary>The first value the register cannot show.</summary>
    public const decimal Capacity = 100_000m;

    private const decimal NearFull = 90_000m;
    private const decimal NearZero = 10_000m;

    /// <summary>True when the step down can only be the register starting again.</summary>
    public static bool IsRollover(decimal previous, decimal current) =>
        current < previous && previous >= NearFull && current < NearZero;

    /// <summary>The energy between two readings.</summary>
    public static decimal Consumed(decimal previous, decimal current)
    {
        if (current >= previous)
        {
            return current - previous;
        }

        return IsRollover(previous, current)
            ? Capacity - previous + current
            : throw new ArgumentException("The register must not run backwards.", nameof(current));
    }

    /// <summary>Turns the readings of one meter into interval usage.</summary>
    public static IReadOnlyList<IntervalUsage> ToUsage(IEnumerable<MeterReading> readings, MeterId meter)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var result = new List<IntervalUsage>();
        MeterReading? previous = null;
        foreach (var reading in readings.Where(item => item.Meter == meter).OrderBy(item => item.At))
        {
            if (previous is not null)
            {
                var estimated = previous.Quality == ReadingQuality.Estimated || reading.Quality == ReadingQuality.Estimated;
                var kwh = Consumed(previous.RegisterKwh, reading.RegisterKwh);
                result.Add(new IntervalUsage(previous.At, reading.At - previous.At, kwh, estimated));
            }

            previous = reading;
        }

        return result;
    }
}
