namespace Tariff;

/// <summary>Energy used during one meter interval; the start is an instant.</summary>
public sealed record IntervalUsage(DateTimeOffset Start, TimeSpan Length, decimal Kwh, bool IsEstimated = false)
{
    public DateTimeOffset End => Start + Length;
}
