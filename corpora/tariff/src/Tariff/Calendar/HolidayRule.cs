namespace Tariff;

/// <summary>Says on which date of a year a holiday falls.</summary>
public abstract record HolidayRule(string Name)
{
    /// <summary>True when the holiday moves off a weekend.</summary>
    public virtual bool MovesOffWeekend => false;

    public abstract DateOnly DateIn(int year);
}

/// <summary>A holiday with the same day and month every year.</summary>
public sealed record FixedHoliday(string Name, int Month, int Day, bool ObservedOnMonday) : HolidayRule(Name)
{
    public override bool MovesOffWeekend => ObservedOnMonday;

    public override DateOnly DateIn(int year) => new(year, Month, Day);
}

/// <summary>A holiday that lies a number of days before or after Easter Sunday.</summary>
public sealed record EasterHoliday(string Name, int OffsetDays) : HolidayRule(Name)
{
    public override DateOnly DateIn(int year) => HolidayCalendar.EasterSunday(year).AddDays(OffsetDays);
}

/// <summary>The nth given weekday of a month; zero or less means the last one.</summary>
public sealed record NthWeekdayHoliday(string Name, int Month, DayOfWeek Weekday, int Nth) : HolidayRule(Name)
{
    public override DateOnly DateIn(int year)
    {
        if (Nth > 0)
        {
            var first = new DateOnly(year, Month, 1);
            var ahead = ((int)Weekday - (int)first.DayOfWeek + 7) % 7;
            return first.AddDays(ahead + ((Nth - 1) * 7));
        }

        var last = new DateOnly(year, Month, DateTime.DaysInMonth(year, Month));
        var back = ((int)last.DayOfWeek - (int)Weekday + 7) % 7;
        return last.AddDays(-back);
    }
}

/// <summary>A holiday in one year with the day on which it is kept.</summary>
public sealed record Holiday(string Name, DateOnly Date, DateOnly Observed);
