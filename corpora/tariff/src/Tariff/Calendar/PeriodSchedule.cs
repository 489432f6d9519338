namespace Tariff;

/// <summary>Maps local dates and times to rate periods.</summary>
public sealed class PeriodSchedule
{
    private static readonly Window[] SummerWeekday =
    [
        new(7, 14, RatePeriod.Shoulder),
        new(14, 20, RatePeriod.Peak),
        new(20, 22, RatePeriod.Shoulder),
    ];

    private static readonly Window[] WinterWeekday =
    [
        new(6, 10, RatePeriod.Peak),
        new(10, 17, RatePeriod.Shoulder),
        new(17, 21, RatePeriod.Peak),
        new(21, 23, RatePeriod.Shoulder),
    ];

    private static readonly Window[] SummerRestDay = [new(10, 18, RatePeriod.Shoulder)];

    private static readonly Window[] WinterRestDay = [];

    private readonly HolidayCalendar _holidays;
    private readonly SeasonCalendar _seasons;

    public PeriodSchedule(HolidayCalendar holidays, SeasonCalendar seasons)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentNullException.ThrowIfNull(seasons);
        _holidays = holidays;
        _seasons = seasons;
    }

    public static PeriodSchedule Standard { get; } = new(HolidayCalendar.Standard, SeasonCalendar.Standard);

    public SeasonCalendar Seasons => _seasons;

    public DayKind KindOf(DateOnly date)
    {
        if (_holidays.IsHoliday(date))
        {
            return DayKind.Holiday;
        }

        return date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Weekday;
    }

    public RatePeriod PeriodAt(DateOnly date, TimeOnly time)
    {
        var windows = (_seasons.SeasonOf(date), KindOf(date)) switch
        {
            (Season.Summer, DayKind.Weekday) => SummerWeekday,
            (Season.Winter, DayKind.Weekday) => WinterWeekday,
            (Season.Summer, _) => SummerRestDay,
            _ => WinterRestDay,
        };

        foreach (var window in windows)
        {
            if (time.Hour >= window.FromHour && time.Hour < window.ToHour)
            {
                return window.Period;
            }
        }

        return RatePeriod.OffPeak;
    }

    public RatePeriod PeriodAt(DateTimeOffset instant, BillingZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return PeriodAt(zone.DateOf(instant), zone.TimeOf(instant));
    }

    private readonly record struct Window(int FromHour, int ToHour, RatePeriod Period);
}
