namespace Tariff.Tests;

public class SeasonCalendarTests
{
    [Theory]
    [InlineData("2025-05-15", Season.Winter)]
    [InlineData("2025-05-16", Season.Summer)]
    [InlineData("2025-09-15", Season.Summer)]
    [InlineData("2025-09-16", Season.Winter)]
    [InlineData("2025-01-20", Season.Winter)]
    public void Summer_includes_its_first_and_last_day(string date, Season expected)
    {
        Assert.Equal(expected, SeasonCalendar.Standard.SeasonOf(Date(date)));
    }

    [Fact]
    public void Days_of_a_season_are_counted_within_the_window()
    {
        var window = Window("2025-05-10", "2025-05-20");

        Assert.Equal(6, SeasonCalendar.Standard.DaysIn(Season.Winter, window));
        Assert.Equal(4, SeasonCalendar.Standard.DaysIn(Season.Summer, window));
    }

    [Fact]
    public void A_summer_that_ends_before_it_starts_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SeasonCalendar(new MonthDay(10, 1), new MonthDay(3, 31)));
    }

    [Fact]
    public void A_summer_of_a_single_day_is_possible()
    {
        var calendar = new SeasonCalendar(new MonthDay(7, 1), new MonthDay(7, 1));

        Assert.Equal(Season.Summer, calendar.SeasonOf(Date("2025-07-01")));
        Assert.Equal(Season.Winter, calendar.SeasonOf(Date("2025-07-02")));
    }
}
