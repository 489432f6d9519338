namespace Tariff.Tests;

public class BillRunTests
{
    private static readonly BillingWindow June = Window("2025-06-01", "2025-07-01");
    private static readonly MeterId First = Meter(1);
    private static readonly MeterId Second = Meter(2);

    private readonly AuditLog _audit = Audit();
    private readonly BillStore _store = new();
    private readonly FakePlanSource _plans = new(TimeOfUsePlan());

    [Fact]
    public async Task Orders_are_billed_and_stored_in_their_order()
    {
        var result = await Run(new FakeUsageSource(First, Second)).RunAsync([Order("B-2", Second), Order("B-1", First)], June);

        Assert.Equal(["B-2", "B-1"], result.Bills.Select(bill => bill.Number));
        Assert.Empty(result.Unbilled);
        Assert.Equal(4.00m, _store.Find("B-1")?.Charges);
    }

    [Fact]
    public async Task Usage_is_read_for_fifty_meters_at_a_time()
    {
        var meters = Enumerable.Range(1, 120).Select(Meter).ToArray();
        var source = new FakeUsageSource(meters);

        var result = await Run(source).RunAsync(meters.Select(meter => Order($"B-{meter}", meter)), June);

        Assert.Equal([50, 50, 20], source.Calls.Select(call => call.Count));
        Assert.Equal(120, result.Bills.Count);
    }

    [Fact]
    public async Task A_meter_that_several_orders_name_is_read_once()
    {
        var source = new FakeUsageSource(First);

        await Run(source).RunAsync([Order("B-1", First), Order("B-2", First)], June);

        Assert.Equal([First], Assert.Single(source.Calls));
    }

    [Fact]
    public async Task A_plan_is_looked_up_once_for_all_orders()
    {
        await Run(new FakeUsageSource(First, Second)).RunAsync([Order("B-1", First), Order("B-2", Second), Order("B-3", First)], June);

        Assert.Single(_plans.Calls);
    }

    [Fact]
    public async Task The_orders_are_enumerated_once()
    {
        var enumerations = 0;
        IEnumerable<BillOrder> Orders()
        {
            enumerations++;
            yield return Order("B-1", First);
        }

        await Run(new FakeUsageSource(First)).RunAsync(Orders(), June);

        Assert.Equal(1, enumerations);
    }

    [Fact]
    public async Task What_is_billed_already_is_neither_read_nor_billed_again()
    {
        var source = new FakeUsageSource(First, Second);
        var run = Run(source);
        await run.RunAsync([Order("B-1", First)], June);
        source.Calls.Clear();

        var again = await run.RunAsync([Order("b-1", First), Order("B-2", Second)], June);

        Assert.Equal([Second], Assert.Single(source.Calls));
        Assert.Equal("B-2", Assert.Single(again.Bills).Number);
        Assert.Empty(again.Unbilled);
    }

    [Fact]
    public async Task Without_orders_nothing_is_read()
    {
        var source = new FakeUsageSource(First);

        var result = await Run(source).RunAsync([], June);

        Assert.Empty(source.Calls);
        Assert.Empty(result.Bills);
    }

    [Fact]
    public async Task A_meter_without_usage_is_reported()
    {
        var result = await Run(new FakeUsageSource(Second)).RunAsync([Order("B-1", First), Order("B-2", Second)], June);

        Assert.Equal(new UnbilledOrder("B-1", $"The meter {First} has no usage."), Assert.Single(result.Unbilled));
        Assert.Equal("B-2", Assert.Single(result.Bills).Number);
    }

    [Fact]
    public async Task An_order_that_cannot_be_billed_does_not_keep_the_others_back()
    {
        var result = await Run(new FakeUsageSource(First)).RunAsync([Order("B-1", First, "NONE"), Order("B-2", First), Order("B-2", First)], June);

        Assert.Equal(
            [new UnbilledOrder("B-1", "The plan 'NONE' is not known."), new UnbilledOrder("B-2", "The bill 'B-2' already exists.")],
            result.Unbilled);
        Assert.Equal("B-2", Assert.Single(result.Bills).Number);
    }

    [Fact(Timeout = 5000)]
    public async Task A_run_is_refused_while_another_is_under_way()
    {
        var reading = new TaskCompletionSource();
        var source = new FakeUsageSource(First) { BeforeAnswer = () => reading.Task };
        var run = Run(source);
        var under = run.RunAsync([Order("B-1", First)], June);

        var error = await Assert.ThrowsAsync<TariffException>(() => run.RunAsync([Order("B-2", First)], June));
        Assert.Equal("A bill run is under way.", error.Message);

        reading.SetResult();
        Assert.Equal("B-1", Assert.Single((await under).Bills).Number);
    }

    [Fact]
    public async Task After_a_failed_run_the_next_may_start()
    {
        var source = new FakeUsageSource(First) { BeforeAnswer = () => Task.FromException(new IOException("The line is dead.")) };
        var run = Run(source);
        await Assert.ThrowsAsync<IOException>(() => run.RunAsync([Order("B-1", First)], June));
        Assert.Empty(_audit.OfKind(AuditKind.BillRunFinished));
        source.BeforeAnswer = null;

        Assert.Single((await run.RunAsync([Order("B-1", First)], June)).Bills);
    }

    [Fact]
    public async Task A_cancelled_run_reads_nothing()
    {
        var source = new FakeUsageSource(First);
        var run = Run(source);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync([Order("B-1", First)], June, new CancellationToken(true)));

        Assert.Empty(source.Calls);
        Assert.Single((await run.RunAsync([Order("B-1", First)], June)).Bills);
    }

    [Fact]
    public async Task Cancelling_during_the_run_bills_nothing_more()
    {
        using var cancellation = new CancellationTokenSource();
        _audit.Appended += (_, entry) =>
        {
            if (entry.Kind == AuditKind.BillCalculated)
            {
                cancellation.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Run(new FakeUsageSource(First)).RunAsync([Order("B-1", First), Order("B-2", First)], June, cancellation.Token));

        Assert.NotNull(_store.Find("B-1"));
        Assert.Null(_store.Find("B-2"));
    }

    [Fact]
    public async Task A_finished_run_is_recorded()
    {
        await Run(new FakeUsageSource(First)).RunAsync([Order("B-1", First), Order("B-2", Second)], June);

        Assert.Equal("2025-06-01/2025-07-01: 1 bills, 1 unbilled", Assert.Single(_audit.OfKind(AuditKind.BillRunFinished)).Detail);
    }

    private BillRun Run(IUsageSource source)
    {
        var taxes = new TaxSchedule([new TaxRate(Date("2020-01-01"), 0.20m)]);
        var calculator = new BillCalculator(new PriceBook(_plans, _audit), PeriodSchedule.Standard, Berlin, taxes, _audit);
        return new BillRun(source, calculator, _store, _audit);
    }

    private static BillOrder Order(string number, MeterId meter, string plan = "TOU-1") => new(number, Account, meter, plan);

    private static MeterId Meter(int number)
    {
        var digits = number.ToString("0000000", CultureInfo.InvariantCulture);
        return MeterId.Parse($"M{digits}{MeterId.CheckDigit(digits)}");
    }
}
