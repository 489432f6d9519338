namespace Tariff;

/// <summary>A bill to be made in a run.</summary>
public sealed record BillOrder(string BillNumber, AccountNumber Account, MeterId Meter, string PlanCode);

/// <summary>An order that a run could not bill, and why.</summary>
public sealed record UnbilledOrder(string BillNumber, string Reason);

/// <summary>What came out of a run.</summary>
public sealed record BillRunResult(IReadOnlyList<Bill> Bills, IReadOnlyList<UnbilledOrder> Unbilled);

/// <summary>Where metered usage comes from; a call may be slow.</summary>
public interface IUsageSource
{
    /// <summary>Returns the usage of those of the meters that have any.</summary>
    Task<IReadOnlyDictionary<MeterId, IReadOnlyList<IntervalUsage>>> ReadAsync(
        IReadOnlyCollection<MeterId> meters,
        BillingWindow window,
        CancellationToken cancellationToken);
}
