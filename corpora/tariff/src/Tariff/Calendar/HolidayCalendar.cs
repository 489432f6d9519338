namespace Tariff;

/// <summary>Public holidays by year, computed once per year and kept in a bounded cache.</summary>
public sealed class HolidayCalendar
{
    public const int FirstYear = 1900;
    public const int LastYear = 2199;
    private const int CachedYears = 16;

    private readonly IReadOnlyList<HolidayRule> _rules;
    private readonly BoundedCache<int, IReadOnlyList<Holiday>> _years = new(CachedYears);

    public HolidayCalendar(IEnumerable<HolidayRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules.ToArray();
        var twice = _rules
            .GroupBy(rule => rule.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"The holiday '{twice.Key}' is defined twice.", nameof(rules));
        }
    }

    public static HolidayCalendar Standard { get; } = new(
    [
        new FixedHoliday("New Year's Day", 1, 1, ObservedOnMonday: true),
        new EasterHoliday("Good Friday", -2),
        new EasterHoliday("Easter Monday", 1),
        new NthWeekdayHoliday("Labour Day", 5, DayOfWeek.Monday, 1),
        new NthWeekdayHoliday("Harvest Day", 8, DayOfWeek.Monday, 0),
        new FixedHoliday("Founders' Day", 10, 3, ObservedOnMonday: false),
        new FixedHoliday("Christmas Day", 12, 25, ObservedOnMonday: true),
        new FixedHoliday("Boxing Day", 12, 26, ObservedOnMonday: true),
    ]);

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var yearOfCentury = year % 100;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var monthAndDay = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, monthAndDay / 31, (monthAndDay % 31) + 1);
    }

    /// <summary>The holidays of a year in the order in which they are observed.</summary>
    public IReadOnlyList<Holiday> For(int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, "Holidays are known for 1900 to 2199 only.");
        }

        return _years.GetOrAdd(year, Build);
    }

    public bool IsHoliday(DateOnly date) => NameOf(date) is not null;

    /// <summary>The name of the holiday observed on the date, or null.</summary>
    public string? NameOf(DateOnly date)
    {
        var found = For(date.Year).FirstOrDefault(holiday => holiday.Observed == date);
        if (found is null && date is { Month: 1, Day: <= 7 } && date.Year > FirstYear)
        {
            // A holiday at the very end of a year may be observed in the next one.
            found = For(date.Year - 1).FirstOrDefault(holiday => holiday.Observed == date);
        }

        return found?.Name;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private IReadOnlyList<Holiday> Build(int year)
    {
        var dated = _rules.Select(rule => (Rule: rule, Date: rule.DateIn(year))).ToList();
        var taken = dated
            .Where(item => !Moves(item.Rule, item.Date))
            .Select(item => item.Date)
            .ToHashSet();

        var result = new List<Holiday>(dated.Count);
        foreach (var (rule, date) in dated)
        {
            var observed = date;
            if (Moves(rule, date))
            {
                while (IsWeekend(observed) || taken.Contains(observed))
                {
                    observed = observed.AddDays(1);
                }

                taken.Add(observed);
            }

            result.Add(new Holiday(rule.Name, date, observed));
        }

        return result.OrderBy(holiday => holiday.Observed).ToArray();
    }

    private static bool Moves(HolidayRule rule, DateOnly date) => rule.MovesOffWeekend && IsWeekend(date);
}
