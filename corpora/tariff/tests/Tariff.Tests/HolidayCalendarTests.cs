namespace Tariff.Tests;

public class HolidayCalendarTests
{
    [Theory]
    [InlineData(1954, "1954-04-18")]
    [InlineData(1981, "1981-04-19")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    public void Easter_follows_the_gregorian_rule(int year, string expected)
    {
        Assert.Equal(Date(expected), HolidayCalendar.EasterSunday(year));
    }

    [Theory]
    [InlineData("2025-01-01", "New Year's Day")]
    [InlineData("2025-04-18", "Good Friday")]
    [InlineData("2025-04-21", "Easter Monday")]
    [InlineData("2025-05-05", "Labour Day")]
    [InlineData("2025-08-25", "Harvest Day")]
    [InlineData("2025-10-03", "Founders' Day")]
    [InlineData("2025-12-25", "Christmas Day")]
    [InlineData("2025-12-26", "Boxing Day")]
    public void The_standard_calendar_knows_eight_holidays(string date, string name)
    {
        Assert.Equal(name, HolidayCalendar.Standard.NameOf(Date(date)));
    }

    [Theory]
    [InlineData("2025-04-20")]
    [InlineData("2025-05-01")]
    [InlineData("2025-12-24")]
    public void Other_days_are_no_holidays(string date)
    {
        Assert.False(HolidayCalendar.Standard.IsHoliday(Date(date)));
    }

    [Theory]
    [InlineData("2022-01-01", "2022-01-03", "New Year's Day")]
    [InlineData("2023-01-01", "2023-01-02", "New Year's Day")]
    [InlineData("2020-12-26", "2020-12-28", "Boxing Day")]
    public void A_holiday_on_a_weekend_is_kept_on_the_following_monday(string actual, string observed, string name)
    {
        Assert.Null(HolidayCalendar.Standard.NameOf(Date(actual)));
        Assert.Equal(name, HolidayCalendar.Standard.NameOf(Date(observed)));
    }

    [Fact]
    public void A_holiday_that_does_not_move_stays_on_the_weekend()
    {
        Assert.Equal("Founders' Day", HolidayCalendar.Standard.NameOf(Date("2020-10-03")));
        Assert.False(HolidayCalendar.Standard.IsHoliday(Date("2020-10-05")));
    }

    [Fact]
    public void Two_holidays_on_one_weekend_take_monday_and_tuesday()
    {
        Assert.Equal("Christmas Day", HolidayCalendar.Standard.NameOf(Date("2021-12-27")));
        Assert.Equal("Boxing Day", HolidayCalendar.Standard.NameOf(Date("2021-12-28")));
    }

    [Fact]
    public void A_moved_holiday_skips_a_monday_that_is_a_holiday_itself()
    {
        Assert.Equal("Boxing Day", HolidayCalendar.Standard.NameOf(Date("2022-12-26")));
        Assert.Equal("Christmas Day", HolidayCalendar.Standard.NameOf(Date("2022-12-27")));
    }

    [Fact]
    public void A_holiday_may_be_observed_in_the_next_year()
    {
        var calendar = new HolidayCalendar([new FixedHoliday("New Year's Eve", 12, 31, ObservedOnMonday: true)]);

        Assert.Equal("New Year's Eve", calendar.NameOf(Date("2023-01-02")));
    }

    [Fact]
    public void Holidays_are_listed_in_the_order_of_their_observance()
    {
        var names = HolidayCalendar.Standard.For(2022).TakeLast(2).Select(holiday => holiday.Name);

        Assert.Equal(["Boxing Day", "Christmas Day"], names);
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(2200)]
    public void Years_out_of_range_are_refused(int year)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HolidayCalendar.Standard.For(year));
    }

    [Fact]
    public void A_holiday_name_may_be_used_once_only()
    {
        HolidayRule[] rules = [new EasterHoliday("Easter", 0), new FixedHoliday("EASTER", 4, 1, false)];

        var error = Assert.Throws<ArgumentException>(() => new HolidayCalendar(rules));
        Assert.StartsWith("The holiday 'Easter' is defined twice.", error.Message);
    }

    [Fact]
    public void A_year_is_computed_once()
    {
        var rule = new CountingHoliday();
        var calendar = new HolidayCalendar([rule]);

        foreach (var date in Window("2025-02-01", "2025-04-01").Dates())
        {
            calendar.IsHoliday(date);
        }

        Assert.Equal([2025], rule.Years);
    }

    [Fact]
    public void Sixteen_years_are_kept()
    {
        var rule = new CountingHoliday();
        var calendar = new HolidayCalendar([rule]);

        foreach (var year in Enumerable.Range(2001, 16).Concat([2001, 2017, 2001, 2002]))
        {
            calendar.For(year);
        }

        Assert.Equal([.. Enumerable.Range(2001, 17), 2002], rule.Years);
    }

    private sealed record CountingHoliday() : HolidayRule("Counting Day")
    {
        public List<int> Years { get; } = [];

        public override DateOnly DateIn(int year)
        {
            Years.Add(year);
            return new DateOnly(year, 6, 1);
        }
    }
}
