namespace Tariff;

public enum PlanKind
{
    TimeOfUse,
    Block,
}

/// <summary>The price of one period in one season.</summary>
public sealed record PeriodRate(Season Season, RatePeriod Period, decimal PricePerKwh);

/// <summary>Everything needed to price usage.</summary>
public sealed record TariffPlan
{
    private readonly Dictionary<(Season Season, RatePeriod Period), decimal> _rates;

    private TariffPlan(string code, PlanKind kind, IEnumerable<PeriodRate> rates, BlockTariff? blocks)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code.Trim();
        Kind = kind;
        Blocks = blocks;
        _rates = rates.ToDictionary(rate => (rate.Season, rate.Period), rate => rate.PricePerKwh);
    }

    public string Code { get; }

    public PlanKind Kind { get; }

    public BlockTariff? Blocks { get; }

    public decimal MonthlyFixed { get; init; }

    public decimal MonthlyMinimum { get; init; }

    public DemandCharge? Demand { get; init; }

    public static TariffPlan TimeOfUse(string code, IEnumerable<PeriodRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        return new TariffPlan(code, PlanKind.TimeOfUse, rates, null);
    }

    public static TariffPlan Block(string code, BlockTariff blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return new TariffPlan(code, PlanKind.Block, [], blocks);
    }

    public decimal RateFor(Season season, RatePeriod period) =>
        _rates.TryGetValue((season, period), out var price)
            ? price
            : throw new BillingException($"The plan '{Code}' has no price for {season} {period}.");
}
