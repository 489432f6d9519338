namespace Tariff;

/// <summary>A tax rate that applies from a date on.</summary>
public sealed record TaxRate(DateOnly From, decimal Rate);

/// <summary>Tax rates over time.</summary>
public sealed class TaxSchedule
{
    private readonly TaxRate[] _rates;

    public TaxSchedule(IEnumerable<TaxRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        _rates = rates.OrderBy(rate => rate.From).ToArray();
        if (_rates.Length == 0)
        {
            throw new ArgumentException("At least one tax rate is needed.", nameof(rates));
        }

        if (_rates.Any(rate => rate.Rate is < 0m or > 1m))
        {
            throw new ArgumentException("A tax rate must lie between 0 and 1.", nameof(rates));
        }

        if (_rates.DistinctBy(rate => rate.From).Count() != _rates.Length)
        {
            throw new ArgumentException("Two tax rates start on the same day.", nameof(rates));
        }
    }

    public decimal RateOn(DateOnly date)
    {
        var low = 0;
        var high = _rates.Length - 1;
        var found = -1;
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            if (_rates[middle].From <= date)
            {
                found = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return found >= 0
            ? _rates[found].Rate
            : throw new BillingException(string.Create(CultureInfo.InvariantCulture, $"No tax rate is known for {date:yyyy-MM-dd}."));
    }

    /// <summary>The tax on an amount at a date.</summary>
    public decimal TaxOn(decimal taxable, DateOnly date) =>
        taxable <= 0m ? 0m : Rounding.Tax(taxable * RateOn(date));
}
