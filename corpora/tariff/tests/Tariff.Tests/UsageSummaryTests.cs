namespace Tariff.Tests;

public class UsageSummaryTests
{
    private static readonly BillingWindow June = Window("2025-06-01", "2025-07-01");

    [Fact]
    public void Usage_is_grouped_by_season_and_period_of_the_local_start()
    {
        var summary = Of(
            Window("2025-05-01", "2025-06-01"),
            Hour("2025-05-15T15:00Z", 2m),
            Hour("2025-05-16T15:00Z", 3m),
            Hour("2025-05-16T16:00Z", 4m),
            Hour("2025-05-16T23:00Z", 1m));

        Assert.Equal(2m, summary.KwhOf(Season.Winter, RatePeriod.Peak));
        Assert.Equal(7m, summary.KwhOf(Season.Summer, RatePeriod.Peak));
        Assert.Equal(8m, summary.KwhOf(Season.Summer));
        Assert.Equal(10m, summary.TotalKwh);
    }

    [Fact]
    public void An_interval_belongs_wholly_to_the_period_of_its_start()
    {
        var item = new IntervalUsage(Utc("2025-06-10T11:30Z"), TimeSpan.FromHours(1), 5m);

        Assert.Equal(5m, Of(June, item).KwhOf(Season.Summer, RatePeriod.Shoulder));
    }

    [Fact]
    public void The_peak_power_ignores_other_periods()
    {
        var summary = Of(
            June,
            new IntervalUsage(Utc("2025-06-10T02:00Z"), TimeSpan.FromMinutes(30), 20m),
            new IntervalUsage(Utc("2025-06-10T12:00Z"), TimeSpan.FromMinutes(30), 4m),
            new IntervalUsage(Utc("2025-06-10T13:00Z"), TimeSpan.FromMinutes(15), 3m));

        Assert.Equal(12m, summary.PeakKw);
    }

    [Fact]
    public void One_estimated_interval_makes_the_summary_estimated()
    {
        var actual = Hour("2025-06-10T12:00Z", 1m);
        var estimated = Hour("2025-06-10T13:00Z", 1m) with { IsEstimated = true };

        Assert.False(Of(June, actual).IsEstimated);
        Assert.True(Of(June, estimated, actual).IsEstimated);
    }

    [Theory]
    [InlineData("2025-05-31T21:00Z")]
    [InlineData("2025-06-30T22:00Z")]
    public void Usage_outside_the_local_window_is_refused(string start)
    {
        var error = Assert.Throws<BillingException>(() => Of(June, Hour(start, 1m)));

        Assert.EndsWith("lies outside the billing window.", error.Message);
    }

    [Theory]
    [InlineData("2025-05-31T22:00Z")]
    [InlineData("2025-06-30T21:00Z")]
    public void Usage_at_the_edges_of_the_local_window_is_accepted(string start)
    {
        Assert.Equal(1m, Of(June, Hour(start, 1m)).TotalKwh);
    }

    [Fact]
    public void Overlapping_intervals_are_refused_in_any_order()
    {
        var error = Assert.Throws<BillingException>(
            () => Of(June, Hour("2025-06-10T12:30Z", 1m), Hour("2025-06-10T12:00Z", 1m)));

        Assert.Equal("The interval at 2025-06-10T12:30Z overlaps the one before.", error.Message);
    }

    [Fact]
    public void Negative_or_empty_intervals_are_refused()
    {
        Assert.Throws<BillingException>(() => Of(June, Hour("2025-06-10T12:00Z", -1m)));
        Assert.Throws<BillingException>(() => Of(June, new IntervalUsage(Utc("2025-06-10T12:00Z"), TimeSpan.Zero, 1m)));
    }

    [Fact]
    public void The_usage_is_read_only_once()
    {
        var reads = 0;
        IEnumerable<IntervalUsage> Usage()
        {
            reads++;
            yield return Hour("2025-06-10T12:00Z", 1m);
            yield return Hour("2025-06-10T13:00Z", 1m);
        }

        UsageSummary.Of(Usage(), June, PeriodSchedule.Standard, Berlin);

        Assert.Equal(1, reads);
    }

    private static UsageSummary Of(BillingWindow window, params IntervalUsage[] usage) =>
        UsageSummary.Of(usage, window, PeriodSchedule.Standard, Berlin);
}
