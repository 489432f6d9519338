using BugSeeder.Model.Statistics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class LooksTests
{
    /// <summary>The published bounds for five equal looks at 5 %, two-sided, spent like O'Brien and Fleming's (Lan and DeMets 1983; the example of R's ldbounds).</summary>
    [Fact]
    public void Five_equal_looks_have_the_published_bounds()
    {
        double[] published = [4.8769, 3.3570, 2.6802, 2.2898, 2.0310];

        foreach (var (found, expected) in Looks.Bounds([0.2, 0.4, 0.6, 0.8, 1], 0.05).Zip(published))
            found.ShouldBe(expected, 0.0005);
    }

    [Fact]
    public void One_look_at_the_end_is_the_plain_test() => Looks.Bounds([1], 0.05).Single().ShouldBe(1.959964, 1e-5);

    [Fact]
    public void All_looks_together_err_in_five_of_a_hundred_runs()
    {
        var bounds = Looks.Bounds([0.2, 0.6, 1], 0.05);
        var random = new SeededRandom(7);
        double Step(double share) => Normal.InvCDF(0, Math.Sqrt(share), Math.Max(random.NextUnit(), 1e-300));
        const int runs = 40_000;

        var crossed = Enumerable.Range(0, runs).Count(_ =>
        {
            var first = Step(0.2);
            var second = first + Step(0.4);
            var third = second + Step(0.4);
            return Math.Abs(first) > bounds[0] * Math.Sqrt(0.2) || Math.Abs(second) > bounds[1] * Math.Sqrt(0.6) || Math.Abs(third) > bounds[2];
        });

        ((double)crossed / runs).ShouldBe(0.05, 0.004);
    }

    [Fact]
    public void The_chance_of_an_effect_follows_the_trend()
    {
        Looks.Chance(0, 0.5, 1.96).ShouldBe(2 * Normal.CDF(0, 1, -1.96 / Math.Sqrt(0.5)), 1e-9);
        Looks.Chance(2.5, 0.6, 1.98).ShouldBeGreaterThan(0.9);
        Looks.Chance(-2.5, 0.6, 1.98).ShouldBe(Looks.Chance(2.5, 0.6, 1.98), 1e-12);
        Looks.Chance(0.5, 0.6, 1.98).ShouldBeLessThan(0.1);
        Looks.Chance(2.1, 1, 2).ShouldBe(1);
    }
}
