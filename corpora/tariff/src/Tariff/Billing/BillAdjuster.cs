namespace Tariff;

/// <summary>Adds manual adjustments to stored bills.</summary>
public sealed class BillAdjuster
{
    private readonly BillStore _store;
    private readonly AccessPolicy _access;
    private readonly AuditLog _audit;

    public BillAdjuster(BillStore store, AccessPolicy access, AuditLog audit)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(audit);
        _store = store;
        _access = access;
        _audit = audit;
    }

    public Bill Adjust(Principal principal, string billNumber, decimal amount, string reason, long expectedVersion)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (amount == 0m || Rounding.Line(amount) != amount)
        {
            throw new ArgumentException("An adjustment must be a non-zero amount in whole cents.", nameof(amount));
        }

        var bill = _store.Find(billNumber) ?? throw new BillingException($"The bill '{billNumber}' does not exist.");
        _access.EnsureCanAdjust(principal, bill.Account, amount);
        if (bill.Total + amount < 0m)
        {
            throw new BillingException("An adjustment must not make a bill negative.");
        }

        var line = new BillLine(LineKind.Adjustment, reason.Trim(), 1m, amount, amount);
        var saved = Save(principal, bill with { Lines = [.. bill.Lines, line], Version = expectedVersion });
        _audit.Append(
            AuditKind.BillAdjusted,
            principal.Id,
            string.Create(CultureInfo.InvariantCulture, $"{bill.Number}: {amount:0.00} ({line.Description})"));
        return saved;
    }

    private Bill Save(Principal principal, Bill bill)
    {
        try
        {
            return _store.Save(bill);
        }
        catch (ConcurrencyConflictException error)
        {
            _audit.Append(AuditKind.ConflictDetected, principal.Id, $"{bill.Number}: {error.Message}");
            throw;
        }
    }
}
