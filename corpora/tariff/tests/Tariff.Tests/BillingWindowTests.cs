namespace Tariff.Tests;

public class BillingWindowTests
{
    [Fact]
    public void A_window_excludes_its_end()
    {
        var window = Window("2025-06-01", "2025-07-01");

        Assert.Equal(30, window.Days);
        Assert.Equal(Date("2025-06-30"), window.LastDay);
        Assert.True(window.Contains(Date("2025-06-01")));
        Assert.False(window.Contains(Date("2025-07-01")));
    }

    [Theory]
    [InlineData("2025-06-01")]
    [InlineData("2025-05-31")]
    public void An_empty_or_reversed_window_is_refused(string toExclusive)
    {
        Assert.Throws<ArgumentException>(() => Window("2025-06-01", toExclusive));
    }

    [Theory]
    [InlineData(2024, 29)]
    [InlineData(2025, 28)]
    [InlineData(1900, 28)]
    [InlineData(2000, 29)]
    public void A_month_has_its_calendar_length(int year, int days)
    {
        Assert.Equal(days, BillingWindow.ForMonth(year, 2).Days);
    }

    [Fact]
    public void The_common_part_is_the_later_start_and_the_earlier_end()
    {
        var common = Window("2025-06-01", "2025-06-20").Intersect(Window("2025-06-10", "2025-07-01"));

        Assert.Equal(Window("2025-06-10", "2025-06-20"), common);
    }

    [Fact]
    public void Windows_that_only_touch_have_nothing_in_common()
    {
        Assert.Null(Window("2025-06-01", "2025-06-10").Intersect(Window("2025-06-10", "2025-06-20")));
    }

    [Fact]
    public void A_window_is_cut_at_month_and_year_ends()
    {
        var window = Window("2024-12-20", "2025-02-03");

        Assert.Equal([12, 31, 2], window.ByMonth().Select(part => part.Days));
        Assert.Equal([12, 33], window.ByYear().Select(part => part.Days));
    }

    [Fact]
    public void A_window_is_written_in_iso_form_under_any_culture()
    {
        WithCulture("th-TH", () => Assert.Equal("2025-06-01/2025-07-01", Window("2025-06-01", "2025-07-01").ToString()));
    }
}
