namespace Tariff;

/// <summary>The kinds of discount in the order in which they are applied.</summary>
public enum DiscountKind
{
    Loyalty,
    Seniors,
    FixedAmount,
}

/// <summary>A discount as granted; percentages are shares between 0 and 1.</summary>
public sealed record Discount(DiscountKind Kind, string Description, decimal Value, decimal? Cap = null);

/// <summary>A discount as it came out on a bill.</summary>
public sealed record AppliedDiscount(DiscountKind Kind, string Description, decimal Amount);

/// <summary>Applies discounts one after the other to what is left of an amount.</summary>
public static class Discounts
{
    public const int SeniorAge = 65;

    public static Discount Seniors { get; } = new(DiscountKind.Seniors, "Seniors discount", 0.10m, 15.00m);

    public static IReadOnlyList<AppliedDiscount> Apply(decimal amount, IEnumerable<Discount> discounts)
    {
        ArgumentNullException.ThrowIfNull(discounts);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var applied = new List<AppliedDiscount>();
        var remaining = amount;
        foreach (var discount in discounts.OrderBy(item => item.Kind))
        {
            var wanted = discount.Kind switch
            {
                DiscountKind.Loyalty or DiscountKind.Seniors => Rounding.Line(remaining * Share(discount)),
                DiscountKind.FixedAmount => Rounding.Line(discount.Value),
                _ => throw new BillingException($"The discount kind '{discount.Kind}' is not known."),
            };

            if (discount.Cap is { } cap)
            {
                wanted = Math.Min(wanted, cap);
            }

            var granted = Math.Min(wanted, remaining);
            if (granted <= 0m)
            {
                continue;
            }

            remaining -= granted;
            applied.Add(new AppliedDiscount(discount.Kind, discount.Description, granted));
        }

        return applied;
    }

    /// <summary>The age in completed years on a date.</summary>
    public static int AgeOn(DateOnly birth, DateOnly date)
    {
        var age = date.Year - birth.Year;
        var hadBirthday = MonthDay.Of(date).CompareTo(MonthDay.Of(birth)) >= 0;
        return hadBirthday ? age : age - 1;
    }

    public static bool IsSenior(DateOnly? birth, BillingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return birth is { } date && AgeOn(date, window.From) >= SeniorAge;
    }

    private static decimal Share(Discount discount) =>
        discount.Value is >= 0m and <= 1m
            ? discount.Value
            : throw new BillingException($"The discount '{discount.Description}' is not a share between 0 and 1.");
}
