namespace Tariff;

/// <summary>The only places where amounts and quantities are rounded.</summary>
public static class Rounding
{
    /// <summary>Rounds a bill line to cents.</summary>
    public static decimal Line(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Rounds a tax amount to cents.</summary>
    public static decimal Tax(decimal amount) => Math.Round(amount, 2, MidpointRounding.ToEven);

    /// <summary>Rounds an energy quantity.</summary>
    public static decimal Energy(decimal kwh) => Math.Round(kwh, 3, MidpointRounding.AwayFromZero);

    /// <summary>Rounds a demand upwards.</summary>
    public static decimal Demand(decimal kw) => Math.Ceiling(kw * 10m) / 10m;

    /// <summary>Splits an amount by weight without losing or inventing a cent.</summary>
    public static IReadOnlyList<decimal> Allocate(decimal total, IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (Line(total) != total)
        {
            throw new ArgumentException("The total must be in whole cents.", nameof(total));
        }

        if (weights.Any(weight => weight < 0m))
        {
            throw new ArgumentException("A weight must not be negative.", nameof(weights));
        }

        var sum = weights.Sum();
        if (sum == 0m)
        {
            throw new ArgumentException("At least one weight must be positive.", nameof(weights));
        }

        var cents = Math.Abs(total) * 100m;
        var exact = weights.Select(weight => cents * weight / sum).ToArray();
        var shares = exact.Select(decimal.Floor).ToArray();
        var missing = (int)(cents - shares.Sum());
        var byRemainder = Enumerable.Range(0, exact.Length)
            .OrderByDescending(index => exact[index] - shares[index])
            .ThenBy(index => index);
        foreach (var index in byRemainder.Take(missing))
        {
            shares[index] += 1m;
        }

        var sign = total < 0m ? -1m : 1m;
        return shares.Select(share => sign * share / 100m).ToArray();
    }
}
