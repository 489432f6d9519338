using BugSeeder.Model.Grades;
using BugSeeder.Model.Statistics;

namespace BugSeeder.Bench.Statistics;

/// <summary>An assistant with known abilities: it fixes a bug in an arm with a known chance, and no process is started.</summary>
/// <param name="seed">Where its random numbers start.</param>
internal sealed class Assistant(long seed)
{
    private readonly SeededRandom random = new(seed);
    private double? spare;

    /// <summary>A number of the standard normal distribution (Box and Muller).</summary>
    public double Normal()
    {
        if (spare is { } kept)
        {
            spare = null;
            return kept;
        }

        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextUnit()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextUnit());
        spare = radius * sine;
        return radius * cosine;
    }

    /// <summary>How many of so many trials succeed.</summary>
    public int Successes(double chance, int trials)
    {
        var successes = 0;
        for (var trial = 0; trial < trials; trial++)
            successes += random.NextUnit() < chance ? 1 : 0;
        return successes;
    }

    /// <summary>Whether one trial succeeds.</summary>
    public bool Succeeds(double chance) => random.NextUnit() < chance;

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Unit() => random.NextUnit();

    /// <summary>Its results on bugs in clusters, arm by arm. Bugs of a cluster share their difficulty.</summary>
    /// <param name="scenario">What the bugs are like.</param>
    /// <param name="clusters">How many bugs each cluster has.</param>
    /// <param name="arms">For each arm its effect and its trials per bug.</param>
    public IReadOnlyList<IReadOnlyList<BugValue>> Run(Scenario scenario, IReadOnlyList<int> clusters, params IReadOnlyList<(double Effect, int Trials)> arms) =>
        Run(scenario, clusters.Index().SelectMany(cluster => Enumerable.Repeat((Names[cluster.Index], Normal()), cluster.Item)), arms);

    /// <summary>Its results on bugs whose difficulties are alike where they have tests in common, arm by arm.</summary>
    /// <param name="scenario">What the bugs are like.</param>
    /// <param name="overlap">The bugs.</param>
    /// <param name="arms">For each arm its effect and its trials per bug.</param>
    public IReadOnlyList<IReadOnlyList<BugValue>> Run(Scenario scenario, Overlap overlap, params IReadOnlyList<(double Effect, int Trials)> arms) =>
        Run(scenario, overlap.Clusters.Zip(overlap.Difficulties(this)), arms);

    private List<BugValue>[] Run(Scenario scenario, IEnumerable<(string Cluster, double Difficulty)> bugs, IReadOnlyList<(double Effect, int Trials)> arms)
    {
        var values = arms.Select(_ => new List<BugValue>()).ToArray();
        foreach (var (number, (cluster, difficulty)) in bugs.Index())
        {
            foreach (var (place, (effect, trials)) in arms.Index())
            {
                var chance = Scenario.Logistic(scenario.Level + effect + (scenario.Spread * difficulty) + (scenario.Noise * Normal()));
                values[place].Add(new(Names[number], cluster, (double)Successes(chance, trials) / trials, trials));
            }
        }

        return values;
    }

    private static readonly string[] Names = [.. Enumerable.Range(0, 2000).Select(number => $"{number:0000}")];
}
