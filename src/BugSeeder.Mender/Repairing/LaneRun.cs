using BugSeeder.Hosting;

namespace BugSeeder.Mender.Repairing;

/// <summary>What tests said of a patch.</summary>
/// <param name="Outcome">Passed where all did.</param>
/// <param name="Passed">Those that passed.</param>
/// <param name="Failures">Those that did not, with what they say.</param>
/// <param name="Why">Why it did not pass.</param>
internal sealed record LaneRun(TryOutcome Outcome, IReadOnlySet<CoveringTest> Passed, IReadOnlyDictionary<CoveringTest, string> Failures, string Why)
{
    /// <summary>A run that came to nothing.</summary>
    public static LaneRun Ended(TryOutcome outcome, string why) => new(outcome, new HashSet<CoveringTest>(), new Dictionary<CoveringTest, string>(), why);
}
