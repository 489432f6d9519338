using BugSeeder.Model.Statistics;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

/// <summary>McNemar, Benjamini and Hochberg, pass^k and the interval for this bank only, against published figures or their definition.</summary>
public sealed class ExactAndManyTests
{
    /// <summary>Both examples of Fagerland, Lydersen and Laake, "The McNemar test for binary matched-pairs data", BMC Med. Res. Methodol. 13:91, 2013.</summary>
    [Theory]
    [InlineData(1, 7, 0.0703)]
    [InlineData(6, 16, 0.0525)]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1)]
    public void McNemar_is_exact(int onlyFirst, int onlySecond, double published) => McNemar.PValue(onlyFirst, onlySecond).ShouldBe(published, 0.00005);

    /// <summary>The example of Benjamini and Hochberg 1995: of 15 hypotheses the four smallest are rejected at 5 %.</summary>
    [Fact]
    public void False_discovery_finds_the_four_of_the_published_example()
    {
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];
        var adjusted = FalseDiscovery.Adjusted([.. p.Reverse()]).Reverse().ToList();

        adjusted.Count(static each => each <= 0.05).ShouldBe(4);
        adjusted[3].ShouldBe(0.0095 * 15 / 4, 1e-12);
        adjusted.ShouldBe(adjusted.Order());
        adjusted[^1].ShouldBe(1);
    }

    /// <summary>C(2,2)/C(5,2) = 1/10, and 1 − C(3,3)/C(5,3) = 9/10.</summary>
    [Fact]
    public void Repeats_count_draws_without_return()
    {
        Repeats.All(2, 5, 2).ShouldBe(0.1, 1e-12);
        Repeats.All(2, 5, 3).ShouldBe(0);
        Repeats.Any(2, 5, 3).ShouldBe(0.9, 1e-12);
        Repeats.Any(0, 5, 5).ShouldBe(0);
        Repeats.All(5, 5, 5).ShouldBe(1);
    }

    [Fact]
    public void This_bank_only_adds_up_the_variance_of_the_trials()
    {
        // Two bugs, three trials: 1/3 · 2/3 / 2 = 1/9 each; together √(2/9)/2 = 0.2357, with 2 · 2 degrees of freedom (t = 2.7764).
        var (low, high) = WithinBugs.Around(0.5, 2, [new(1 / 3.0, 3), new(2 / 3.0, 3)], 0.95)!.Value;

        (high - low).ShouldBe(2 * 2.7764451 * 0.2357023, 1e-5);
        WithinBugs.Around(0.5, 2, [new(0.5, 1), new(0.5, 3)], 0.95).ShouldBeNull();
        WithinBugs.Around(1, 2, [new(1, 3), new(1, 3)], 0.95).ShouldBeNull();
    }
}
