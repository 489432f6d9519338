namespace Tariff;

/// <summary>A charge for the highest power drawn during peak periods.</summary>
public sealed record DemandCharge(decimal PricePerKw, decimal FreeKw, decimal RatchetShare)
{
    /// <summary>The average power over an interval.</summary>
    public static decimal AverageKw(decimal kwh, TimeSpan length)
    {
        if (length <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The interval length must be positive.");
        }

        return kwh * 60m / (decimal)length.TotalMinutes;
    }

    /// <summary>The demand that is charged, given the measured one and the highest of earlier months.</summary>
    public decimal Billed(decimal measuredKw, decimal earlierHighestKw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(measuredKw);
        ArgumentOutOfRangeException.ThrowIfNegative(earlierHighestKw);
        var demand = Rounding.Demand(Math.Max(measuredKw, earlierHighestKw * RatchetShare));
        return Math.Max(0m, demand - FreeKw);
    }

    public decimal Charge(decimal measuredKw, decimal earlierHighestKw) =>
        Rounding.Line(Billed(measuredKw, earlierHighestKw) * PricePerKw);
}
