using BugSeeder.Model.Statistics;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class RatioOfMeansTests
{
    private static readonly RatioSum[] Some = [.. Enumerable.Range(0, 30).Select(static place => new RatioSum((place % 3) / 3.0, 0.3 + ((place % 4) / 4.0), 1))];

    /// <summary>Fieller's set by its definition: at its ends the mean of numerator − R × denominator is just as far from 0 as Student's t allows.</summary>
    [Fact]
    public void At_its_ends_the_difference_is_just_compatible_with_0()
    {
        var (low, high) = RatioOfMeans.Interval(Some, 0.95)!.Value;

        foreach (var ratio in new[] { low, high })
        {
            var rest = RobustMean.Of([.. Some.Select(part => new ClusterSum(part.Over - (ratio * part.Under), part.Count))])!.Value;
            Math.Abs(rest.Value / rest.Error).ShouldBe(rest.Quantile(0.975), 1e-9);
        }

        RatioOfMeans.Value(Some)!.Value.ShouldBeInRange(low, high);
    }

    [Fact]
    public void A_constant_denominator_gives_Students_interval_over_it()
    {
        RatioSum[] parts = [.. Some.Select(static part => part with { Under = 0.5 })];
        var student = RobustMean.Of([.. parts.Select(static part => new ClusterSum(part.Over, part.Count))])!.Value.At(0.90);
        var (low, high) = RatioOfMeans.Interval(parts, 0.90)!.Value;

        low.ShouldBe(student.Low / 0.5, 1e-9);
        high.ShouldBe(student.High / 0.5, 1e-9);
    }

    [Fact]
    public void A_denominator_that_may_be_0_leaves_the_ratio_without_bounds()
    {
        RatioSum[] parts = [.. Some.Select(static (part, place) => part with { Under = place % 2 == 0 ? 0.5 : -0.45 })];

        RatioOfMeans.Value(parts).ShouldNotBeNull();
        RatioOfMeans.Interval(parts, 0.95).ShouldBeNull();
    }
}
