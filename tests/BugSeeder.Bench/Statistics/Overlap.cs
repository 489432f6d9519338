using BugSeeder.Model.Bugs;
using MathNet.Numerics.LinearAlgebra;

namespace BugSeeder.Bench.Statistics;

/// <summary>
/// Bugs of which each is noticed by a run of neighbouring tests on a ring, few by most and many by few, as in a parser: through others nearly every bug shares a test with
/// every other. Their difficulties are the more alike the more of their tests they have in common: correlated by Jaccard's index, which is a kernel (Gower 1971).
/// </summary>
internal sealed class Overlap
{
    /// <summary>Witnesses of a bug of the middle, and their spread on a scale of logarithms: as in the banks of docs/yields.md's public repositories.</summary>
    private const double Median = 5, Deviation = 1.1;

    private readonly Matrix<double> factor;

    private Overlap(string name, IReadOnlyList<string> clusters, Matrix<double> factor)
    {
        (Name, Clusters, this.factor) = (name, clusters, factor);
    }

    /// <summary>Bugs that overlap little and much.</summary>
    public static IReadOnlyList<Overlap> All { get; } = [Of(30, 150), Of(60, 300), Of(60, 150)];

    /// <summary>How many bugs on how many tests.</summary>
    public string Name { get; }

    /// <summary>The cluster of each bug, by the product's rule.</summary>
    public IReadOnlyList<string> Clusters { get; }

    /// <summary>Difficulties of all bugs, each of the standard normal distribution.</summary>
    public double[] Difficulties(Assistant assistant) => (factor * Vector<double>.Build.Dense(Clusters.Count, _ => assistant.Normal())).AsArray();

    private static Overlap Of(int bugs, int tests)
    {
        var assistant = new Assistant(bugs + tests);
        var witnesses = Enumerable.Range(0, bugs).Select(_ => Run(assistant, tests)).ToList();
        var seeds = witnesses.Select((own, index) => ($"{index:000}", new Seed($"{index:000}", SeedSource.BugSeeder, "", BugClass.Condition, [], "", [], new("", 1, 1, "")), own)).ToList();
        var clusters = Model.Statistics.Clusters.OfSeeds(seeds);
        var correlations = Matrix<double>.Build.Dense(bugs, bugs, (one, other) => (one == other ? 1e-9 : 0) + Index(witnesses[one], witnesses[other]));
        return new($"{bugs} bugs on {tests} tests, {clusters.Sizes.Count} clusters", [.. seeds.Select(seed => clusters.ClusterOf(seed.Item1))], correlations.Cholesky().Factor);
    }

    private static IReadOnlyList<string> Run(Assistant assistant, int tests)
    {
        var length = Math.Clamp((int)Math.Round(Median * Math.Exp(Deviation * assistant.Normal())), 1, tests / 2);
        var start = (int)(assistant.Unit() * tests);
        return [.. Enumerable.Range(start, length).Select(test => $"{test % tests}")];
    }

    private static double Index(IReadOnlyList<string> one, IReadOnlyList<string> other) => (double)one.Intersect(other).Count() / one.Union(other).Count();
}
