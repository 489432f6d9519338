using BugSeeder.Model.Grades;
using BugSeeder.Model.Statistics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

/// <summary>How often 95 % intervals hold what is true.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int DataSets = 1000;

    /// <summary>Exact: every count that can come up, weighted by how likely it is.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(60)]
    public void Wilson_covers_the_true_rate_in_95_percent_on_average(int n)
    {
        var coverages = Enumerable.Range(10, 81).Select(percent => WilsonCoverage(percent / 100.0, n)).ToList();

        output.WriteLine($"n = {n}: mean {coverages.Average():P2}, least {coverages.Min():P2}");
        coverages.Average().ShouldBeInRange(0.94, 0.965);
        coverages.Min().ShouldBeGreaterThan(0.92);
    }

    [Theory]
    [InlineData(0.10, 0.20, 0.6)]
    [InlineData(0.30, 0.55, 0.5)]
    [InlineData(0.05, 0.05, 0.0)]
    [InlineData(0.50, 0.90, 0.2)]
    public void Newcombe_covers_the_true_difference_in_95_percent(double without, double with, double overlap)
    {
        var random = new SeededRandom(4242);
        var covered = 0;
        for (var set = 0; set < DataSets; set++)
        {
            var table = PairedTable.Of(Enumerable.Range(0, 30).Select(_ => Pair(random, with, without, overlap)).ToList());
            var (low, high) = NewcombePaired.Interval(table);
            covered += low <= with - without && with - without <= high ? 1 : 0;
        }

        output.WriteLine($"{without} → {with}, overlap {overlap}: {(double)covered / DataSets:P2}");
        ((double)covered / DataSets).ShouldBeInRange(0.93, 0.995);
    }

    /// <summary>
    /// Bugs differ in how hard they are, θ ~ N(0, S²); in each arm p = logistic(a + effect + θ + N(0, τ²)); three trials each. Bugs of one cluster share θ.
    /// (S, τ, a) are the scenarios of the power table.
    /// </summary>
    [Theory]
    [InlineData(1.6, 0.5, -0.15, 0.0, 25, 1)]
    [InlineData(1.6, 0.5, -0.15, 1.2, 25, 1)]
    [InlineData(2.6, 0.9, -0.30, 1.2, 20, 1)]
    [InlineData(1.2, 0.9, -0.10, 1.2, 30, 1)]
    [InlineData(1.6, 0.5, -0.15, 1.2, 22, 3)]
    public void Bootstrap_t_covers_the_true_lift_in_95_percent(double spread, double noise, double level, double effect, int clusters, int largest) =>
        LiftCoverage(spread, noise, level, effect, [.. Enumerable.Range(0, clusters).Select(cluster => 1 + (cluster % largest))]).ShouldBeInRange(0.92, 0.97);

    [Theory]
    [InlineData("hardly any bug is fixed", -4.5, 25, 1)]
    [InlineData("few clusters", -0.15, 4, 5)]
    [InlineData("two clusters", -0.15, 2, 10)]
    [InlineData("one cluster with two thirds of the bugs", -0.15, 9, 15)]
    [InlineData("one cluster with a third of the bugs", -0.15, 31, 15)]
    public void Where_the_bugs_say_little_the_interval_of_the_lift_errs_to_the_wide_side(string why, double level, int clusters, int first)
    {
        output.WriteLine(why);
        LiftCoverage(1.6, 0.5, level, 1.2, [first, .. Enumerable.Repeat(1, clusters - 1)]).ShouldBeGreaterThan(0.92);
    }

    private double LiftCoverage(double spread, double noise, double level, double effect, IReadOnlyList<int> sizes)
    {
        var truth = MeanLogistic(level + effect, spread, noise) - MeanLogistic(level, spread, noise);
        var random = new SeededRandom(20260101);
        var (covered, fallbacks, width) = (0, 0, 0.0);
        for (var set = 0; set < DataSets; set++)
        {
            var pairs = sizes.SelectMany((size, cluster) => Cluster(random, cluster, size, spread, noise, level, effect)).ToList();
            var lift = Estimates.OfDifference(pairs);
            covered += lift.Low <= truth && truth <= lift.High ? 1 : 0;
            fallbacks += lift.Method == IntervalMethod.NewcombePaired ? 1 : 0;
            width += (lift.High - lift.Low)!.Value / DataSets;
        }

        output.WriteLine(
            $"lift {truth:P1}, {sizes.Count} clusters of up to {sizes.Max()}: {(double)covered / DataSets:P2}, mean width {width:P1}, fallback {(double)fallbacks / DataSets:P1}");
        return (double)covered / DataSets;
    }

    private static double WilsonCoverage(double rate, int n) => Enumerable.Range(0, n + 1)
        .Where(yes => Wilson.Interval(yes, n) is var (low, high) && low <= rate && rate <= high)
        .Sum(yes => Binomial.PMF(rate, n, yes));

    /// <summary>A pair whose sides agree more often the greater the overlap, with the given rates.</summary>
    private static (double First, double Second) Pair(SeededRandom random, double with, double without, double overlap)
    {
        var one = random.NextUnit();
        var other = random.NextUnit() < overlap ? one : random.NextUnit();
        return (one < with ? 1 : 0, other < without ? 1 : 0);
    }

    private static List<PairedBug> Cluster(SeededRandom random, int cluster, int size, double spread, double noise, double level, double effect)
    {
        var difficulty = spread * Gaussian(random);
        return [.. Enumerable.Range(0, size).Select(bug => new PairedBug(
            Value(level + effect + difficulty + (noise * Gaussian(random)), bug),
            Value(level + difficulty + (noise * Gaussian(random)), bug)))];

        BugValue Value(double logit, int bug) =>
            new($"{cluster}.{bug}", $"{cluster}", Enumerable.Range(0, 3).Average(_ => random.NextUnit() < Logistic(logit) ? 1.0 : 0.0), 3);
    }

    private static double MeanLogistic(double level, double spread, double noise)
    {
        var deviation = Math.Sqrt((spread * spread) + (noise * noise));
        return Enumerable.Range(0, 2000).Average(place => Logistic(level + (deviation * Normal.InvCDF(0, 1, (place + 0.5) / 2000))));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>Box and Muller.</summary>
    private static double Gaussian(SeededRandom random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextUnit())) * Math.Cos(2 * Math.PI * random.NextUnit());
}
