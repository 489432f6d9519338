using BugSeeder.Model.Statistics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class RobustMeanTests
{
    /// <summary>Student's own example, the hours of sleep gained (Biometrika 6:1, 1908): mean 1.58, 95 % interval 0.700 to 2.460.</summary>
    [Fact]
    public void Where_every_value_is_a_cluster_it_is_Students_interval()
    {
        double[] gained = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];
        var mean = RobustMean.Of([.. gained.Select(static hours => new ClusterSum(hours, 1))])!.Value;

        mean.Value.ShouldBe(1.58, 1e-12);
        mean.Freedom.ShouldBe(9);
        mean.At(0.95).Low.ShouldBe(0.7001142, 1e-6);
        mean.At(0.95).High.ShouldBe(2.4598858, 1e-6);
    }

    /// <summary>The definition, with matrices: residuals over √(1 − n/N), and (tr A)²/tr A² of the quadratic form that the variance is.</summary>
    [Fact]
    public void Error_and_freedom_are_those_of_their_definition()
    {
        ClusterSum[] clusters = [new(3, 7), new(1, 2), new(0.5, 1), new(2, 4), new(1, 1)];
        var found = RobustMean.Of(clusters)!.Value;

        const double all = 15;
        var weights = Vector<double>.Build.DenseOfEnumerable(clusters.Select(static cluster => cluster.Count / all));
        var ones = Vector<double>.Build.Dense(5, 1);
        var residual = Matrix<double>.Build.DenseIdentity(5) - weights.OuterProduct(ones);
        var form = residual.Transpose() * Matrix<double>.Build.DenseOfDiagonalVector(weights.Map(static weight => 1 / (1 - weight))) * residual;
        var sums = Vector<double>.Build.DenseOfEnumerable(clusters.Select(static cluster => cluster.Sum));
        var spread = form * Matrix<double>.Build.DenseOfDiagonalVector(weights * all);

        found.Error.ShouldBe(Math.Sqrt(sums * form * sums) / all, 1e-12);
        found.Freedom.ShouldBe(Math.Pow(spread.Trace(), 2) / (spread * spread).Trace(), 1e-9);
    }

    [Fact]
    public void A_large_cluster_leaves_few_degrees_of_freedom()
    {
        ClusterSum[] even = [.. Enumerable.Range(0, 15).Select(static place => new ClusterSum(place % 2, 2))];
        ClusterSum[] uneven = [new(8, 16), .. Enumerable.Range(0, 14).Select(static place => new ClusterSum(place % 2, 1))];

        RobustMean.Of(even)!.Value.Freedom.ShouldBe(14);
        RobustMean.Of(uneven)!.Value.Freedom.ShouldBeLessThan(4);
    }

    [Fact]
    public void One_cluster_says_nothing_about_the_error() => RobustMean.Of([new(3, 5)]).ShouldBeNull();
}
