namespace Tariff.Tests;

public class BillingZoneTests
{
    [Theory]
    [InlineData("2025-01-31T23:30:00Z", "2025-02-01")]
    [InlineData("2025-06-30T21:59:00Z", "2025-06-30")]
    [InlineData("2025-06-30T22:00:00Z", "2025-07-01")]
    public void Instants_belong_to_local_days(string instant, string date)
    {
        Assert.Equal(Date(date), Berlin.DateOf(Utc(instant)));
    }

    [Theory]
    [InlineData("2025-03-30T00:59:00Z", 1, 59)]
    [InlineData("2025-03-30T01:00:00Z", 3, 0)]
    [InlineData("2025-10-26T00:30:00Z", 2, 30)]
    [InlineData("2025-10-26T01:30:00Z", 2, 30)]
    public void Local_times_follow_daylight_saving(string instant, int hour, int minute)
    {
        Assert.Equal(new TimeOnly(hour, minute), Berlin.TimeOf(Utc(instant)));
    }

    [Theory]
    [InlineData("2025-03-30", 23)]
    [InlineData("2025-10-26", 25)]
    [InlineData("2025-06-10", 24)]
    public void Days_have_their_real_length(string date, int hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), Berlin.LengthOfDay(Date(date)));
    }

    [Theory]
    [InlineData("2025-03-30", 30, 46)]
    [InlineData("2025-10-26", 15, 100)]
    [InlineData("2025-06-10", 60, 24)]
    public void A_day_is_split_into_as_many_intervals_as_fit(string date, int minutes, int expected)
    {
        Assert.Equal(expected, Berlin.IntervalCount(Date(date), TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void Intervals_start_at_local_midnight_and_follow_each_other()
    {
        var starts = Berlin.IntervalsOf(Date("2025-10-26"), TimeSpan.FromHours(5));

        Assert.Equal(
            [Utc("2025-10-25T22:00Z"), Utc("2025-10-26T03:00Z"), Utc("2025-10-26T08:00Z"), Utc("2025-10-26T13:00Z"), Utc("2025-10-26T18:00Z")],
            starts);
    }

    [Fact]
    public void A_day_without_midnight_starts_at_the_first_time_that_exists()
    {
        var santiago = new BillingZone("America/Santiago");

        Assert.Equal(Utc("2023-09-03T04:00Z"), santiago.StartOfDay(Date("2023-09-03")));
        Assert.Equal(TimeSpan.FromHours(23), santiago.LengthOfDay(Date("2023-09-03")));
    }

    [Fact]
    public void A_day_whose_midnight_lies_inside_the_skipped_time_starts_right_after_it()
    {
        Assert.Equal(Utc("1919-03-31T04:30Z"), new BillingZone("America/Toronto").StartOfDay(Date("1919-03-31")));
    }

    [Fact]
    public void A_day_with_two_midnights_starts_at_the_earlier_one()
    {
        var havana = new BillingZone("America/Havana");

        Assert.Equal(Utc("2023-11-05T04:00Z"), havana.StartOfDay(Date("2023-11-05")));
    }

    [Fact]
    public void An_interval_length_that_does_not_divide_the_day_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Berlin.IntervalsOf(Date("2025-03-30"), TimeSpan.FromHours(2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    public void An_interval_length_must_be_positive(int minutes)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Berlin.IntervalsOf(Date("2025-06-10"), TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void An_unknown_zone_is_refused()
    {
        var error = Assert.Throws<TariffException>(() => new BillingZone("Europe/Atlantis"));

        Assert.Equal("The time zone 'Europe/Atlantis' is not known.", error.Message);
    }
}
