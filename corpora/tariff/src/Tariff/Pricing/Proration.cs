namespace Tariff;

/// <summary>Charges for parts of months and years.</summary>
public static class Proration
{
    /// <summary>The days of the billing window during which the customer lived there.</summary>
    public static BillingWindow? Occupied(BillingWindow window, DateOnly? moveIn, DateOnly? moveOut)
    {
        ArgumentNullException.ThrowIfNull(window);
        var from = moveIn ?? window.From;
        var to = moveOut ?? window.ToExclusive;
        if (moveIn is not null && moveOut is not null && moveOut < moveIn)
        {
            throw new ArgumentException("The move-out must not precede the move-in.", nameof(moveOut));
        }

        return to > from ? window.Intersect(new BillingWindow(from, to)) : null;
    }

    /// <summary>The share of a monthly charge owed for the window.</summary>
    public static decimal Monthly(decimal monthlyCharge, BillingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentOutOfRangeException.ThrowIfNegative(monthlyCharge);
        return window.ByMonth().Sum(part =>
        {
            var daysInMonth = DateTime.DaysInMonth(part.From.Year, part.From.Month);
            return Rounding.Line(monthlyCharge * part.Days / daysInMonth);
        });
    }

    /// <summary>The share of a yearly charge owed for the window.</summary>
    public static decimal Yearly(decimal yearlyCharge, BillingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentOutOfRangeException.ThrowIfNegative(yearlyCharge);
        var exact = window.ByYear().Sum(part =>
        {
            var daysInYear = DateTime.IsLeapYear(part.From.Year) ? 366 : 365;
            return yearlyCharge * part.Days / daysInYear;
        });
        return Rounding.Line(exact);
    }

    /// <summary>Scales a block threshold to the number of days billed.</summary>
    public static decimal Threshold(decimal perMonthKwh, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return Rounding.Energy(perMonthKwh * days / 30m);
    }
}
