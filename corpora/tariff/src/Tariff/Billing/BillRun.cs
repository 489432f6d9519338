namespace Tariff;

/// <summary>Bills many orders for one window; what was billed before is not billed again.</summary>
public sealed class BillRun
{
    public const int MetersPerCall = 50;

    private readonly IUsageSource _source;
    private readonly BillCalculator _calculator;
    private readonly BillStore _store;
    private readonly AuditLog _audit;
    private int _running;

    public BillRun(IUsageSource source, BillCalculator calculator, BillStore store, AuditLog audit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(calculator);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(audit);
        _source = source;
        _calculator = calculator;
        _store = store;
        _audit = audit;
    }

    /// <summary>Bills all orders that are not billed yet, in their order; only one run may be under way.</summary>
    public async Task<BillRunResult> RunAsync(
        IEnumerable<BillOrder> orders,
        BillingWindow window,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(window);
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new TariffException("A bill run is under way.");
        }

        try
        {
            var open = orders.Where(order => _store.Find(order.BillNumber) is null).ToList();
            var result = await BillAllAsync(open, window, cancellationToken).ConfigureAwait(false);
            _audit.Append(
                AuditKind.BillRunFinished,
                "system",
                string.Create(CultureInfo.InvariantCulture, $"{window}: {result.Bills.Count} bills, {result.Unbilled.Count} unbilled"));
            return result;
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    private async Task<BillRunResult> BillAllAsync(List<BillOrder> orders, BillingWindow window, CancellationToken cancellationToken)
    {
        var bills = new List<Bill>();
        var unbilled = new List<UnbilledOrder>();
        var usage = await ReadUsageAsync(orders, window, cancellationToken).ConfigureAwait(false);
        foreach (var order in orders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!usage.TryGetValue(order.Meter, out var intervals))
            {
                unbilled.Add(new UnbilledOrder(order.BillNumber, $"The meter {order.Meter} has no usage."));
                continue;
            }

            try
            {
                var bill = await _calculator.CalculateAsync(RequestFor(order, window, intervals), cancellationToken).ConfigureAwait(false);
                _store.Add(bill);
                bills.Add(bill);
            }
            catch (TariffException error)
            {
                // One bad order must not keep the others from being billed.
                unbilled.Add(new UnbilledOrder(order.BillNumber, error.Message));
            }
        }

        return new BillRunResult(bills, unbilled);
    }

    private async Task<Dictionary<MeterId, IReadOnlyList<IntervalUsage>>> ReadUsageAsync(
        List<BillOrder> orders,
        BillingWindow window,
        CancellationToken cancellationToken)
    {
        var usage = new Dictionary<MeterId, IReadOnlyList<IntervalUsage>>();
        foreach (var meters in orders.Select(order => order.Meter).Distinct().Chunk(MetersPerCall))
        {
            var read = await _source.ReadAsync(meters, window, cancellationToken).ConfigureAwait(false);
            foreach (var (meter, intervals) in read)
            {
                usage[meter] = intervals;
            }
        }

        return usage;
    }

    private static BillingRequest RequestFor(BillOrder order, BillingWindow window, IReadOnlyList<IntervalUsage> usage) => new()
    {
        BillNumber = order.BillNumber,
        Account = order.Account,
        PlanCode = order.PlanCode,
        Window = window,
        Usage = usage,
    };
}
