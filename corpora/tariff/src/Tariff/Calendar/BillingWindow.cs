namespace Tariff;

/// <summary>A half-open range of local dates.</summary>
public sealed record BillingWindow
{
    public BillingWindow(DateOnly from, DateOnly toExclusive)
    {
        if (toExclusive <= from)
        {
            throw new ArgumentException("The window must end after it starts.", nameof(toExclusive));
        }

        From = from;
        ToExclusive = toExclusive;
    }

    public DateOnly From { get; }

    public DateOnly ToExclusive { get; }

    public DateOnly LastDay => ToExclusive.AddDays(-1);

    public int Days => ToExclusive.DayNumber - From.DayNumber;

    public static BillingWindow ForMonth(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new BillingWindow(first, first.AddMonths(1));
    }

    public bool Contains(DateOnly date) => date >= From && date < ToExclusive;

    /// <summary>The common part of two windows, or null when they share no day.</summary>
    public BillingWindow? Intersect(BillingWindow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var from = From > other.From ? From : other.From;
        var to = ToExclusive < other.ToExclusive ? ToExclusive : other.ToExclusive;
        return to > from ? new BillingWindow(from, to) : null;
    }

    public IEnumerable<DateOnly> Dates()
    {
        for (var date = From; date < ToExclusive; date = date.AddDays(1))
        {
            yield return date;
        }
    }

    /// <summary>Cuts the window at the first of every month.</summary>
    public IEnumerable<BillingWindow> ByMonth() => Cut(date => new DateOnly(date.Year, date.Month, 1).AddMonths(1));

    /// <summary>Cuts the window at every New Year.</summary>
    public IEnumerable<BillingWindow> ByYear() => Cut(date => new DateOnly(date.Year + 1, 1, 1));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}/{ToExclusive:yyyy-MM-dd}");

    private IEnumerable<BillingWindow> Cut(Func<DateOnly, DateOnly> nextBoundary)
    {
        var from = From;
        while (from < ToExclusive)
        {
            var boundary = nextBoundary(from);
            var to = boundary < ToExclusive ? boundary : ToExclusive;
            yield return new BillingWindow(from, to);
            from = to;
        }
    }
}
