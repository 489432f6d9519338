namespace Tariff;

/// <summary>Turns a billing request into a bill.</summary>
public sealed class BillCalculator
{
    private static readonly TimeSpan LongestTimeOfUseInterval = TimeSpan.FromHours(1);

    private readonly PriceBook _prices;
    private readonly PeriodSchedule _schedule;
    private readonly BillingZone _zone;
    private readonly TaxSchedule _taxes;
    private readonly AuditLog _audit;

    public BillCalculator(PriceBook prices, PeriodSchedule schedule, BillingZone zone, TaxSchedule taxes, AuditLog audit)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(taxes);
        ArgumentNullException.ThrowIfNull(audit);
        _prices = prices;
        _schedule = schedule;
        _zone = zone;
        _taxes = taxes;
        _audit = audit;
    }

    public async Task<Bill> CalculateAsync(BillingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var plan = await _prices.GetAsync(request.PlanCode, cancellationToken).ConfigureAwait(false);
        try
        {
            var bill = Calculate(request, plan);
            _audit.Append(
                AuditKind.BillCalculated,
                "system",
                string.Create(CultureInfo.InvariantCulture, $"{bill.Number} for {bill.Account}: {bill.Total:0.00}"));
            return bill;
        }
        catch (BillingException error)
        {
            _audit.Append(AuditKind.BillFailed, "system", $"{request.BillNumber}: {error.Message}");
            throw;
        }
    }

    private Bill Calculate(BillingRequest request, TariffPlan plan)
    {
        var occupied = Proration.Occupied(request.Window, request.MoveIn, request.MoveOut)
            ?? throw new BillingException("The customer did not live there during the billing window.");
        var usage = UsageSummary.Of(request.Usage, occupied, _schedule, _zone);

        var lines = new List<BillLine>();
        lines.AddRange(plan.Kind switch
        {
            PlanKind.TimeOfUse => TimeOfUseLines(plan, usage),
            PlanKind.Block => BlockLines(plan.Blocks!, usage, occupied),
            _ => throw new BillingException($"The plan kind '{plan.Kind}' is not known."),
        });
        AddFixed(lines, plan, occupied);
        AddDemand(lines, plan, usage, request.EarlierHighestKw);
        AddMinimum(lines, plan, occupied);
        AddDiscounts(lines, request);

        var taxable = lines.Sum(line => line.Amount);
        return new Bill
        {
            Number = request.BillNumber,
            Account = request.Account,
            Window = request.Window,
            Lines = lines,
            Tax = _taxes.TaxOn(taxable, request.Window.LastDay),
            IsEstimated = usage.IsEstimated,
            Version = 1,
        };
    }

    private static IEnumerable<BillLine> TimeOfUseLines(TariffPlan plan, UsageSummary usage)
    {
        if (usage.LongestInterval > LongestTimeOfUseInterval)
        {
            throw new BillingException("A time-of-use plan needs intervals of at most one hour.");
        }

        foreach (var season in Enum.GetValues<Season>())
        {
            foreach (var period in Enum.GetValues<RatePeriod>())
            {
                var kwh = Rounding.Energy(usage.KwhOf(season, period));
                if (kwh > 0m)
                {
                    var price = plan.RateFor(season, period);
                    yield return new BillLine(LineKind.Energy, $"{season} {period}", kwh, price, Rounding.Line(kwh * price));
                }
            }
        }
    }

    private IEnumerable<BillLine> BlockLines(BlockTariff blocks, UsageSummary usage, BillingWindow occupied) =>
        from season in Enum.GetValues<Season>()
        let days = _schedule.Seasons.DaysIn(season, occupied)
        from part in blocks.Split(season, Rounding.Energy(usage.KwhOf(season)), days)
        select new BillLine(LineKind.Energy, $"{season} block {part.Number}", part.Kwh, part.PricePerKwh, part.Amount);

    private static void AddFixed(List<BillLine> lines, TariffPlan plan, BillingWindow occupied)
    {
        var amount = Proration.Monthly(plan.MonthlyFixed, occupied);
        if (amount > 0m)
        {
            lines.Add(new BillLine(LineKind.Fixed, "Fixed charge", occupied.Days, plan.MonthlyFixed, amount));
        }
    }

    private static void AddDemand(List<BillLine> lines, TariffPlan plan, UsageSummary usage, decimal earlierHighestKw)
    {
        if (plan.Demand is not { } demand)
        {
            return;
        }

        var billed = demand.Billed(usage.PeakKw, earlierHighestKw);
        if (billed > 0m)
        {
            var amount = demand.Charge(usage.PeakKw, earlierHighestKw);
            lines.Add(new BillLine(LineKind.Demand, "Demand charge", billed, demand.PricePerKw, amount));
        }
    }

    private static void AddMinimum(List<BillLine> lines, TariffPlan plan, BillingWindow occupied)
    {
        var minimum = Proration.Monthly(plan.MonthlyMinimum, occupied);
        var missing = minimum - lines.Sum(line => line.Amount);
        if (missing > 0m)
        {
            lines.Add(new BillLine(LineKind.MinimumTopUp, "Minimum bill", 1m, missing, missing));
        }
    }

    private static void AddDiscounts(List<BillLine> lines, BillingRequest request)
    {
        var discounts = request.Discounts.Where(item => item.Kind != DiscountKind.Seniors).ToList();
        if (Discounts.IsSenior(request.BirthDate, request.Window))
        {
            discounts.Add(Discounts.Seniors);
        }

        var charges = lines.Sum(line => line.Amount);
        foreach (var discount in Discounts.Apply(charges, discounts))
        {
            lines.Add(new BillLine(LineKind.Discount, discount.Description, 1m, -discount.Amount, -discount.Amount));
        }
    }
}
