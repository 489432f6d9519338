namespace Tariff.Tests;

public class BillCalculatorTests
{
    private static readonly BillingWindow June = Window("2025-06-01", "2025-07-01");

    private readonly AuditLog _audit = Audit();

    [Fact]
    public async Task Energy_lines_follow_season_and_period()
    {
        var bill = await Calculate(TimeOfUsePlan(), June, Hour("2025-06-10T00:00Z", 5m), Hour("2025-06-10T06:00Z", 4m), Hour("2025-06-10T12:00Z", 10m));

        Assert.Equal(
            [
                new BillLine(LineKind.Energy, "Summer Peak", 10m, 0.40m, 4.00m),
                new BillLine(LineKind.Energy, "Summer Shoulder", 4m, 0.25m, 1.00m),
                new BillLine(LineKind.Energy, "Summer OffPeak", 5m, 0.12m, 0.60m),
            ],
            bill.Lines);
    }

    [Fact]
    public async Task Summer_lines_come_before_winter_lines()
    {
        var bill = await Calculate(
            TimeOfUsePlan(),
            Window("2025-09-01", "2025-10-01"),
            Hour("2025-09-17T05:00Z", 1m),
            Hour("2025-09-10T13:00Z", 1m),
            Hour("2025-09-17T10:00Z", 1m));

        Assert.Equal(["Summer Peak", "Winter Peak", "Winter Shoulder"], bill.Lines.Select(line => line.Description));
    }

    [Fact]
    public async Task The_quantity_of_a_line_is_rounded_before_it_is_priced()
    {
        var plan = TariffPlan.TimeOfUse("P", [new PeriodRate(Season.Summer, RatePeriod.Peak, 5m)]);

        var bill = await Calculate(plan, June, Hour("2025-06-10T12:00Z", 0.3005m), Hour("2025-06-10T13:00Z", 0.2m));

        Assert.Equal(new BillLine(LineKind.Energy, "Summer Peak", 0.501m, 5m, 2.51m), Assert.Single(bill.Lines));
    }

    [Fact]
    public async Task Tax_is_added_to_the_charges()
    {
        var bill = await Calculate(TimeOfUsePlan(monthlyFixed: 12m), June, Hour("2025-06-10T12:00Z", 14m));

        Assert.Equal(17.60m, bill.Charges);
        Assert.Equal(3.52m, bill.Tax);
        Assert.Equal(21.12m, bill.Total);
        Assert.Equal(1, bill.Version);
    }

    [Fact]
    public async Task The_tax_rate_is_that_of_the_last_day_billed()
    {
        var december = await Calculate(TimeOfUsePlan(monthlyFixed: 100m), Window("2024-12-01", "2025-01-01"));
        var straddling = await Calculate(TimeOfUsePlan(monthlyFixed: 100m), Window("2024-12-15", "2025-01-15"));

        Assert.Equal(10.00m, december.Tax);
        Assert.Equal((100.00m, 20.00m), (straddling.Charges, straddling.Tax));
    }

    [Fact]
    public async Task The_fixed_charge_covers_the_days_lived_there()
    {
        var bill = await Calculate(Request(June) with { MoveIn = Date("2025-06-21"), MoveOut = Date("2025-06-24") }, TimeOfUsePlan(monthlyFixed: 15m));

        Assert.Equal(new BillLine(LineKind.Fixed, "Fixed charge", 3m, 15m, 1.50m), Assert.Single(bill.Lines));
    }

    [Fact]
    public async Task A_customer_who_was_not_there_gets_no_bill()
    {
        var error = await Assert.ThrowsAsync<BillingException>(
            () => Calculate(Request(June) with { MoveIn = Date("2025-07-01") }, TimeOfUsePlan()));

        Assert.Equal("The customer did not live there during the billing window.", error.Message);
        Assert.Equal("B-7: " + error.Message, Assert.Single(_audit.OfKind(AuditKind.BillFailed)).Detail);
    }

    [Fact]
    public async Task Block_plans_are_priced_by_season()
    {
        var blocks = new BlockTariff([new Block(30m, 0.20m), new Block(null, 0.30m)], [new Block(null, 0.10m)]);
        var request = Request(Window("2025-05-01", "2025-05-31")) with
        {
            Usage = [Hour("2025-05-10T12:00Z", 7m), Hour("2025-05-20T12:00Z", 20m)],
        };

        var bill = await Calculate(request, TariffPlan.Block("P", blocks));

        Assert.Equal(
            [
                new BillLine(LineKind.Energy, "Summer block 1", 15m, 0.20m, 3.00m),
                new BillLine(LineKind.Energy, "Summer block 2", 5m, 0.30m, 1.50m),
                new BillLine(LineKind.Energy, "Winter block 1", 7m, 0.10m, 0.70m),
            ],
            bill.Lines);
    }

    [Fact]
    public async Task Demand_is_charged_when_the_plan_has_it()
    {
        var plan = TimeOfUsePlan(demand: new DemandCharge(2m, 5m, 0.5m));

        var bill = await Calculate(plan, June, Hour("2025-06-10T12:00Z", 9m));

        Assert.Equal(new BillLine(LineKind.Demand, "Demand charge", 4m, 2m, 8.00m), bill.Lines[^1]);
    }

    [Fact]
    public async Task Earlier_demand_keeps_the_demand_charge_up()
    {
        var request = Request(June) with { EarlierHighestKw = 30m };

        var bill = await Calculate(request, TimeOfUsePlan(demand: new DemandCharge(2m, 5m, 0.5m)));

        Assert.Equal(20.00m, Assert.Single(bill.Lines).Amount);
    }

    [Fact]
    public async Task A_bill_below_the_minimum_is_topped_up()
    {
        var bill = await Calculate(TimeOfUsePlan(monthlyFixed: 6m, minimum: 9m), June, Hour("2025-06-10T12:00Z", 5m));

        Assert.Equal(new BillLine(LineKind.MinimumTopUp, "Minimum bill", 1m, 1.00m, 1.00m), bill.Lines[^1]);
        Assert.Equal(9.00m, bill.Charges);
    }

    [Fact]
    public async Task A_bill_at_the_minimum_is_not_topped_up()
    {
        var bill = await Calculate(TimeOfUsePlan(monthlyFixed: 9m, minimum: 9m), June);

        Assert.DoesNotContain(bill.Lines, line => line.Kind == LineKind.MinimumTopUp);
    }

    [Fact]
    public async Task The_minimum_is_prorated_like_the_fixed_charge()
    {
        var request = Request(June) with { MoveOut = Date("2025-06-11") };

        Assert.Equal(3.00m, (await Calculate(request, TimeOfUsePlan(minimum: 9m))).Charges);
    }

    [Fact]
    public async Task Discounts_come_after_the_minimum_and_before_tax()
    {
        var request = Request(June) with
        {
            Discounts = [new Discount(DiscountKind.FixedAmount, "Voucher", 4m)],
            BirthDate = Date("1950-01-01"),
        };

        var bill = await Calculate(request, TimeOfUsePlan(minimum: 40m));

        Assert.Equal(40.00m, bill.Charges);
        Assert.Equal(-8.00m, bill.DiscountTotal);
        Assert.Equal(6.40m, bill.Tax);
        Assert.Equal(38.40m, bill.Total);
    }

    [Fact]
    public async Task The_seniors_discount_cannot_be_claimed_without_the_age()
    {
        var request = Request(June) with { Discounts = [Discounts.Seniors], BirthDate = Date("1980-01-01") };

        Assert.Equal(0m, (await Calculate(request, TimeOfUsePlan(monthlyFixed: 50m))).DiscountTotal);
    }

    [Fact]
    public async Task Time_of_use_needs_intervals_of_at_most_an_hour()
    {
        var request = Request(June) with { Usage = [new IntervalUsage(Utc("2025-06-10T12:00Z"), TimeSpan.FromMinutes(61), 1m)] };

        var error = await Assert.ThrowsAsync<BillingException>(() => Calculate(request, TimeOfUsePlan()));
        Assert.Equal("A time-of-use plan needs intervals of at most one hour.", error.Message);
    }

    [Fact]
    public async Task Block_plans_accept_daily_intervals()
    {
        var blocks = new BlockTariff([new Block(null, 0.20m)], [new Block(null, 0.10m)]);
        var request = Request(June) with { Usage = [new IntervalUsage(Utc("2025-06-09T22:00Z"), TimeSpan.FromDays(1), 24m)] };

        Assert.Equal(4.80m, (await Calculate(request, TariffPlan.Block("P", blocks))).Charges);
    }

    [Fact]
    public async Task A_bill_from_estimated_usage_is_marked()
    {
        var bill = await Calculate(TimeOfUsePlan(), June, Hour("2025-06-10T12:00Z", 1m) with { IsEstimated = true });

        Assert.True(bill.IsEstimated);
    }

    [Fact]
    public async Task A_calculated_bill_is_recorded_without_the_account_number()
    {
        await Calculate(TimeOfUsePlan(monthlyFixed: 10m), June);

        Assert.Equal("B-7 for ******3040: 12.00", Assert.Single(_audit.OfKind(AuditKind.BillCalculated)).Detail);
    }

    [Fact]
    public async Task The_price_source_is_asked_once_for_a_month_of_intervals()
    {
        var usage = June.Dates().SelectMany(date => Berlin.IntervalsOf(date, TimeSpan.FromHours(1)))
            .Select(start => new IntervalUsage(start, TimeSpan.FromHours(1), 0.5m));
        var source = new FakePlanSource(TimeOfUsePlan());

        var bill = await Calculator(source).CalculateAsync(Request(June) with { PlanCode = "TOU-1", Usage = usage });

        Assert.Equal(360m, bill.Lines.Sum(line => line.Quantity));
        Assert.Single(source.Calls);
    }

    private static BillingRequest Request(BillingWindow window) => new()
    {
        BillNumber = "B-7",
        Account = Account,
        PlanCode = "P",
        Window = window,
        Usage = [],
    };

    private Task<Bill> Calculate(TariffPlan plan, BillingWindow window, params IntervalUsage[] usage) =>
        Calculate(Request(window) with { Usage = usage }, plan);

    private Task<Bill> Calculate(BillingRequest request, TariffPlan plan) =>
        Calculator(new FakePlanSource { Answer = _ => Task.FromResult<TariffPlan?>(plan) }).CalculateAsync(request);

    private BillCalculator Calculator(IPlanSource source) => new(
        new PriceBook(source, _audit),
        PeriodSchedule.Standard,
        Berlin,
        new TaxSchedule([new TaxRate(new DateOnly(2020, 1, 1), 0.10m), new TaxRate(new DateOnly(2025, 1, 1), 0.20m)]),
        _audit);
}
