using BugSeeder.Model.Runs;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Scoring;

/// <summary>Which trials are scored a second time by the real build.</summary>
internal static class ConfirmSample
{
    private const int OneIn = 10;

    /// <summary>A random tenth, at least one; the same for the same run, whatever was finished before.</summary>
    /// <param name="trials">The trials of which something has to be built: those with a bug or a rewrite.</param>
    /// <param name="policy">What the user wants.</param>
    /// <param name="number">The number that the run's choices start from.</param>
    public static IReadOnlySet<TrialKey> Of(IEnumerable<TrialKey> trials, ConfirmPolicy policy, long number)
    {
        var all = trials.OrderBy(trial => trial.ToString(), StringComparer.Ordinal).ToList();
        return policy == ConfirmPolicy.Sample ? new SeededRandom(number).Shuffled(all).Take((all.Count + OneIn - 1) / OneIn).ToHashSet() : new HashSet<TrialKey>();
    }
}
