using MathNet.Numerics;

namespace BugSeeder.Model.Statistics;

/// <summary>What several trials of one bug say about trying it k times, without bias (Chen et al., "Evaluating large language models trained on code", 2021, for pass@k).</summary>
internal static class Repeats
{
    /// <summary>pass^k: how often all of k trials succeed, C(c,k)/C(T,k).</summary>
    /// <param name="successes">How many of the trials succeeded, c.</param>
    /// <param name="trials">How many trials there were, T.</param>
    /// <param name="k">How many are drawn, from 1 to T.</param>
    public static double All(int successes, int trials, int k) => Chosen(successes, k) / Chosen(trials, k);

    /// <summary>pass@k: how often at least one of k trials succeeds, 1 − C(T−c,k)/C(T,k).</summary>
    /// <param name="successes">How many of the trials succeeded, c.</param>
    /// <param name="trials">How many trials there were, T.</param>
    /// <param name="k">How many are drawn, from 1 to T.</param>
    public static double Any(int successes, int trials, int k) => 1 - (Chosen(trials - successes, k) / Chosen(trials, k));

    private static double Chosen(int n, int k) => k > n ? 0 : Combinatorics.Combinations(n, k);
}
