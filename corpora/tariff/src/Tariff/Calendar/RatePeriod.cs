namespace Tariff;

/// <summary>The half of the year that decides which prices and windows apply.</summary>
public enum Season
{
    Summer,
    Winter,
}

/// <summary>How a calendar day is treated by the period schedule.</summary>
public enum DayKind
{
    Weekday,
    Weekend,
    Holiday,
}

/// <summary>The price period an instant falls in, most expensive first.</summary>
public enum RatePeriod
{
    Peak,
    Shoulder,
    OffPeak,
}
