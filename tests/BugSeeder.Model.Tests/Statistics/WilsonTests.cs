using BugSeeder.Model.Statistics;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class WilsonTests
{
    /// <summary>Newcombe, Statist. Med. 17:857, 1998, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void It_gives_the_published_limits(double yes, double n, double low, double high)
    {
        var interval = Wilson.Interval(yes, n);

        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void None_of_thirty_still_allows_eleven_percent() => Wilson.Interval(0, 30).High.ShouldBe(0.1135, 0.00005);

    [Fact]
    public void It_contains_the_share_and_stays_within_0_and_1()
    {
        for (var n = 1; n <= 60; n++)
        {
            for (var yes = 0; yes <= n; yes++)
            {
                var (low, high) = Wilson.Interval(yes, n);

                low.ShouldBeInRange(0, (double)yes / n);
                high.ShouldBeInRange((double)yes / n, 1);
                (high - low).ShouldBeGreaterThan(0.05);
            }
        }
    }

    [Fact]
    public void Yes_and_no_are_mirrored()
    {
        var yes = Wilson.Interval(7, 25);
        var no = Wilson.Interval(18, 25);

        no.Low.ShouldBe(1 - yes.High, 1e-12);
        no.High.ShouldBe(1 - yes.Low, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void More_evidence_of_the_same_share_narrows_it(double share)
    {
        var widths = new[] { 5, 10, 20, 40, 80 }.Select(n => Wilson.Interval(share * n, n)).Select(static interval => interval.High - interval.Low).ToList();

        widths.ShouldBe(widths.OrderDescending());
        widths.ShouldBeUnique();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Counts_that_cannot_be_are_refused(double yes, double n) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Wilson.Interval(yes, n));
}
