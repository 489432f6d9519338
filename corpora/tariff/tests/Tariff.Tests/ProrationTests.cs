namespace Tariff.Tests;

public class ProrationTests
{
    [Theory]
    [InlineData("2025-06-01", "2025-07-01", 30.00)]
    [InlineData("2025-06-01", "2025-06-02", 1.00)]
    [InlineData("2025-02-01", "2025-02-15", 15.00)]
    [InlineData("2024-02-01", "2024-02-15", 14.48)]
    public void A_monthly_charge_is_owed_by_day(string from, string toExclusive, decimal expected)
    {
        Assert.Equal(expected, Proration.Monthly(30.00m, Window(from, toExclusive)));
    }

    [Fact]
    public void Every_calendar_month_is_prorated_and_rounded_for_itself()
    {
        // 1/31 of 10.00 is 0.3226, 1/30 of it 0.3333.
        Assert.Equal(0.32m + 0.33m, Proration.Monthly(10.00m, Window("2025-05-31", "2025-06-02")));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-07-01", 182.00)]
    [InlineData("2024-01-01", "2025-01-01", 366.00)]
    [InlineData("2024-12-31", "2025-01-02", 2.00)]
    public void A_yearly_charge_honours_leap_years(string from, string toExclusive, decimal expected)
    {
        Assert.Equal(expected, Proration.Yearly(366.00m, Window(from, toExclusive)));
    }

    [Fact]
    public void A_yearly_charge_is_rounded_once()
    {
        // 1/366 and 1/365 of 1.23 are 0.00336 and 0.00337.
        Assert.Equal(0.01m, Proration.Yearly(1.23m, Window("2024-12-31", "2025-01-02")));
    }

    [Fact]
    public void The_move_in_day_is_charged_and_the_move_out_day_is_not()
    {
        var occupied = Proration.Occupied(Window("2025-06-01", "2025-07-01"), Date("2025-06-10"), Date("2025-06-20"));

        Assert.Equal(Window("2025-06-10", "2025-06-20"), occupied);
    }

    [Fact]
    public void Moves_outside_the_window_do_not_widen_it()
    {
        var window = Window("2025-06-01", "2025-07-01");

        Assert.Equal(window, Proration.Occupied(window, Date("2025-01-01"), Date("2025-12-31")));
        Assert.Equal(window, Proration.Occupied(window, null, null));
    }

    [Theory]
    [InlineData("2025-07-01", null)]
    [InlineData(null, "2025-06-01")]
    [InlineData("2025-06-10", "2025-06-10")]
    public void Nothing_is_occupied_when_the_stay_misses_the_window(string? moveIn, string? moveOut)
    {
        var occupied = Proration.Occupied(
            Window("2025-06-01", "2025-07-01"),
            moveIn is null ? null : Date(moveIn),
            moveOut is null ? null : Date(moveOut));

        Assert.Null(occupied);
    }

    [Fact]
    public void A_move_out_before_the_move_in_is_refused()
    {
        Assert.Throws<ArgumentException>(
            () => Proration.Occupied(Window("2025-06-01", "2025-07-01"), Date("2025-06-10"), Date("2025-06-09")));
    }

    [Fact]
    public void Negative_charges_are_refused()
    {
        var window = Window("2025-06-01", "2025-07-01");

        Assert.Throws<ArgumentOutOfRangeException>(() => Proration.Monthly(-0.01m, window));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proration.Yearly(-0.01m, window));
    }

    [Theory]
    [InlineData(300, 30, 300)]
    [InlineData(300, 15, 150)]
    [InlineData(100, 31, 103.333)]
    [InlineData(100, 0, 0)]
    public void Thresholds_are_scaled_by_thirty_day_months(decimal perMonth, int days, decimal expected)
    {
        Assert.Equal(expected, Proration.Threshold(perMonth, days));
    }
}
