namespace Tariff.Tests;

public class PeriodScheduleTests
{
    [Theory]
    [InlineData(6, 59, RatePeriod.OffPeak)]
    [InlineData(7, 0, RatePeriod.Shoulder)]
    [InlineData(13, 59, RatePeriod.Shoulder)]
    [InlineData(14, 0, RatePeriod.Peak)]
    [InlineData(19, 59, RatePeriod.Peak)]
    [InlineData(20, 0, RatePeriod.Shoulder)]
    [InlineData(21, 59, RatePeriod.Shoulder)]
    [InlineData(22, 0, RatePeriod.OffPeak)]
    public void Summer_weekdays_peak_in_the_afternoon(int hour, int minute, RatePeriod expected)
    {
        Assert.Equal(expected, PeriodSchedule.Standard.PeriodAt(Date("2025-07-08"), new TimeOnly(hour, minute)));
    }

    [Theory]
    [InlineData(5, 59, RatePeriod.OffPeak)]
    [InlineData(6, 0, RatePeriod.Peak)]
    [InlineData(10, 0, RatePeriod.Shoulder)]
    [InlineData(16, 59, RatePeriod.Shoulder)]
    [InlineData(17, 0, RatePeriod.Peak)]
    [InlineData(21, 0, RatePeriod.Shoulder)]
    [InlineData(22, 59, RatePeriod.Shoulder)]
    [InlineData(23, 0, RatePeriod.OffPeak)]
    public void Winter_weekdays_peak_in_the_morning_and_evening(int hour, int minute, RatePeriod expected)
    {
        Assert.Equal(expected, PeriodSchedule.Standard.PeriodAt(Date("2025-01-15"), new TimeOnly(hour, minute)));
    }

    [Theory]
    [InlineData(9, 59, RatePeriod.OffPeak)]
    [InlineData(10, 0, RatePeriod.Shoulder)]
    [InlineData(17, 59, RatePeriod.Shoulder)]
    [InlineData(18, 0, RatePeriod.OffPeak)]
    public void Summer_weekends_have_a_shoulder_at_daytime(int hour, int minute, RatePeriod expected)
    {
        Assert.Equal(expected, PeriodSchedule.Standard.PeriodAt(Date("2025-07-12"), new TimeOnly(hour, minute)));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(19)]
    public void Winter_weekends_are_off_peak_all_day(int hour)
    {
        Assert.Equal(RatePeriod.OffPeak, PeriodSchedule.Standard.PeriodAt(Date("2025-01-19"), new TimeOnly(hour, 0)));
    }

    [Theory]
    [InlineData("2025-08-25", 15, RatePeriod.Shoulder)]
    [InlineData("2025-12-25", 18, RatePeriod.OffPeak)]
    public void Holidays_are_priced_like_weekends(string date, int hour, RatePeriod expected)
    {
        Assert.Equal(expected, PeriodSchedule.Standard.PeriodAt(Date(date), new TimeOnly(hour, 0)));
    }

    [Theory]
    [InlineData("2025-07-11", DayKind.Weekday)]
    [InlineData("2025-07-12", DayKind.Weekend)]
    [InlineData("2025-07-13", DayKind.Weekend)]
    [InlineData("2025-07-14", DayKind.Weekday)]
    [InlineData("2020-10-03", DayKind.Holiday)]
    public void Holidays_take_precedence_over_weekends(string date, DayKind expected)
    {
        Assert.Equal(expected, PeriodSchedule.Standard.KindOf(Date(date)));
    }

    [Theory]
    [InlineData("2025-07-08T11:59:00Z", RatePeriod.Shoulder)]
    [InlineData("2025-07-08T12:00:00Z", RatePeriod.Peak)]
    [InlineData("2025-01-15T05:00:00Z", RatePeriod.Peak)]
    public void Instants_are_looked_up_in_local_time(string instant, RatePeriod expected)
    {
        Assert.Equal(expected, PeriodSchedule.Standard.PeriodAt(Utc(instant), Berlin));
    }

    [Fact]
    public void The_offset_an_instant_is_written_with_does_not_matter()
    {
        var written = new DateTimeOffset(2025, 7, 8, 21, 0, 0, TimeSpan.FromHours(9));

        Assert.Equal(RatePeriod.Peak, PeriodSchedule.Standard.PeriodAt(written, Berlin));
    }
}
