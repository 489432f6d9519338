using BugSeeder.Model.Statistics;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class RidgeLogisticTests
{
    /// <summary>A table of two by two has a fit in closed form: the logarithm of the odds ratio, with error √(1/a + 1/b + 1/c + 1/d) (Woolf 1955).</summary>
    [Fact]
    public void Without_a_ridge_it_is_the_odds_ratio_of_a_table()
    {
        (int On, int Yes, int No)[] table = [(0, 30, 20), (1, 12, 38)];
        var rows = table.SelectMany(static group => Enumerable.Repeat<int[]>(group.On == 1 ? [0, 1] : [0], group.Yes + group.No)).ToList();
        var outcomes = table.SelectMany(static group => Enumerable.Repeat(1.0, group.Yes).Concat(Enumerable.Repeat(0.0, group.No))).ToList();

        var fit = RidgeLogistic.Fit(rows, outcomes, [1e-9, 1e-9]);

        fit.Coefficients[0].ShouldBe(Math.Log(30 / 20.0), 1e-5);
        fit.Coefficients[1].ShouldBe(Math.Log(12 / 38.0 / (30 / 20.0)), 1e-5);
        fit.Errors[1].ShouldBe(Math.Sqrt((1 / 30.0) + (1 / 20.0) + (1 / 12.0) + (1 / 38.0)), 1e-4);
    }

    [Fact]
    public void The_ridge_keeps_what_never_varies_finite()
    {
        var fit = RidgeLogistic.Fit([.. Enumerable.Repeat<int[]>([0], 20)], [.. Enumerable.Repeat(1.0, 20)], [1 / 9.0]);

        fit.Coefficients[0].ShouldBeInRange(2, 6);
        double.IsFinite(fit.Errors[0]).ShouldBeTrue();
    }
}
