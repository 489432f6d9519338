namespace Tariff;

/// <summary>Keeps bills in memory and rejects saves that are based on an old version.</summary>
public sealed class BillStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Bill> _bills = new(StringComparer.OrdinalIgnoreCase);

    public void Add(Bill bill)
    {
        ArgumentNullException.ThrowIfNull(bill);
        lock (_gate)
        {
            if (!_bills.TryAdd(bill.Number, bill))
            {
                throw new BillingException($"The bill '{bill.Number}' already exists.");
            }
        }
    }

    public Bill? Find(string number)
    {
        lock (_gate)
        {
            return _bills.GetValueOrDefault(number);
        }
    }

    /// <summary>Replaces a bill; the version of the given bill must be the stored one.</summary>
    public Bill Save(Bill bill)
    {
        ArgumentNullException.ThrowIfNull(bill);
        lock (_gate)
        {
            if (!_bills.TryGetValue(bill.Number, out var stored))
            {
                throw new BillingException($"The bill '{bill.Number}' does not exist.");
            }

            if (stored.Version != bill.Version)
            {
                throw new ConcurrencyConflictException(bill.Version, stored.Version);
            }

            var saved = bill with { Version = bill.Version + 1 };
            _bills[bill.Number] = saved;
            return saved;
        }
    }

    /// <summary>The bills of an account, latest window first.</summary>
    public IReadOnlyList<Bill> Of(AccountNumber account)
    {
        lock (_gate)
        {
            return _bills.Values
                .Where(bill => bill.Account.Equals(account))
                .OrderByDescending(bill => bill.Window.From)
                .ThenBy(bill => bill.Number, StringComparer.Ordinal)
                .ToArray();
        }
    }
}
