namespace Tariff;

/// <summary>A day of the year without the year.</summary>
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    public static MonthDay Of(DateOnly date) => new(date.Month, date.Day);

    public int CompareTo(MonthDay other)
    {
        var byMonth = Month.CompareTo(other.Month);
        return byMonth != 0 ? byMonth : Day.CompareTo(other.Day);
    }
}

/// <summary>Decides the season of a local date.</summary>
public sealed class SeasonCalendar
{
    public static SeasonCalendar Standard { get; } = new(new MonthDay(5, 16), new MonthDay(9, 15));

    public SeasonCalendar(MonthDay summerFirst, MonthDay summerLast)
    {
        if (summerLast.CompareTo(summerFirst) < 0)
        {
            throw new ArgumentException("The summer must end after it starts.", nameof(summerLast));
        }

        SummerFirst = summerFirst;
        SummerLast = summerLast;
    }

    public MonthDay SummerFirst { get; }

    public MonthDay SummerLast { get; }

    public Season SeasonOf(DateOnly date)
    {
        var day = MonthDay.Of(date);
        var inSummer = day.CompareTo(SummerFirst) >= 0 && day.CompareTo(SummerLast) <= 0;
        return inSummer ? Season.Summer : Season.Winter;
    }

    /// <summary>Counts the days of the window that lie in the given season.</summary>
    public int DaysIn(Season season, BillingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.Dates().Count(date => SeasonOf(date) == season);
    }
}
