using BugSeeder.Model.Statistics;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class ClusterBootstrapTTests
{
    private static readonly ClusterSum[] Eight = [new(1, 1), new(2, 1), new(4, 1), new(5, 1), new(7, 1), new(8, 1), new(9, 1), new(12, 1)];

    [Fact]
    public void With_one_value_in_each_cluster_the_standard_error_is_the_usual_one() =>
        // Mean 6, squared deviations 25 + 16 + 4 + 1 + 1 + 4 + 9 + 36 = 96, so s² = 96 / 7 and the error is the root of s² / 8.
        ClusterBootstrapT.StandardError(Eight, ClusterBootstrapT.Mean(Eight)).ShouldBe(Math.Sqrt(96.0 / 7 / 8), 1e-12);

    [Fact]
    public void Copies_of_a_value_within_its_cluster_add_no_certainty()
    {
        ClusterSum[] copied = [.. Eight.Select(static cluster => new ClusterSum(cluster.Sum * 5, 5))];

        ClusterBootstrapT.Mean(copied).ShouldBe(6);
        ClusterBootstrapT.StandardError(copied, 6).ShouldBe(ClusterBootstrapT.StandardError(Eight, 6), 1e-12);
        var (low, high) = ClusterBootstrapT.Of(copied, 1)!.Value;
        var plain = ClusterBootstrapT.Of(Eight, 1)!.Value;
        low.ShouldBe(plain.Low, 1e-9);
        high.ShouldBe(plain.High, 1e-9);
    }

    [Fact]
    public void On_values_that_are_nearly_normal_it_comes_close_to_Students_t()
    {
        // Normal scores of 20 places; Student's t with 19 degrees of freedom is 2.093 at 97.5 %.
        ClusterSum[] scores = [.. Enumerable.Range(0, 20).Select(static place => new ClusterSum(MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (place + 0.5) / 20), 1))];
        var half = 2.093 * ClusterBootstrapT.StandardError(scores, 0);

        var (low, high) = ClusterBootstrapT.Of(scores, 7)!.Value;

        low.ShouldBe(-half, 0.15 * half);
        high.ShouldBe(half, 0.15 * half);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_seed_nearly_the_same()
    {
        var one = ClusterBootstrapT.Of(Eight, 1)!.Value;

        ClusterBootstrapT.Of(Eight, 1).ShouldBe(one);
        var other = ClusterBootstrapT.Of(Eight, 2)!.Value;
        other.ShouldNotBe(one);
        other.Low.ShouldBe(one.Low, 0.5);
        other.High.ShouldBe(one.High, 0.5);
    }

    [Fact]
    public void A_long_tail_on_the_right_stretches_the_interval_to_the_right()
    {
        ClusterSum[] skewed = [.. Enumerable.Range(0, 25).Select(static place => new ClusterSum(Math.Exp(place / 6.0), 1))];
        var mean = ClusterBootstrapT.Mean(skewed);

        var (low, high) = ClusterBootstrapT.Of(skewed, 3)!.Value;

        (high - mean).ShouldBeGreaterThan(1.2 * (mean - low));
    }

    [Fact]
    public void Where_the_sample_bounds_nothing_it_gives_no_interval()
    {
        ClusterBootstrapT.Of([], 1).ShouldBeNull();
        ClusterBootstrapT.Of([new(3, 4)], 1).ShouldBeNull();
        ClusterBootstrapT.Of([new(1, 3), new(1, 3), new(1, 3)], 1).ShouldBeNull("there is nothing to vary");
        ClusterBootstrapT.Of([new(0, 1), new(1, 1)], 1).ShouldBeNull("each of two clusters holds over a quarter");
        ClusterBootstrapT.Of([new(9, 9), .. Eight], 1).ShouldBeNull("one of nine clusters holds over a quarter");
        ClusterBootstrapT.Of([new(1, 1), .. Enumerable.Repeat(new ClusterSum(0, 1), 29)], 1).ShouldBeNull("a third of the resamples lack the only value");
    }

    [Fact]
    public void A_large_cluster_among_small_ones_counts_for_less()
    {
        ClusterBootstrapT.EffectiveCount([new(1, 3), new(2, 3), new(3, 3)]).ShouldBe(3);
        ClusterBootstrapT.EffectiveCount([new(1, 8), new(2, 1), new(3, 1)]).ShouldBe(100.0 / 66, 1e-12);
    }
}
