using BugSeeder.Execution.Builds;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Targets;

namespace BugSeeder.Scoring;

/// <summary>What the assistant's own tests say, on the buggy code and on the original.</summary>
/// <param name="Written">Whether it wrote a test that shows the bug, and none that is wrong.</param>
/// <param name="Detecting">Its tests that fail on the buggy code and pass on the original.</param>
/// <param name="Wrong">Tests of its workspace that fail on the original.</param>
internal sealed record ItsTests(Measure Written, IReadOnlyList<string> Detecting, IReadOnlyList<string> Wrong)
{
    public static async Task<ItsTests> RunAsync(ITreeJudge judge, Evidence evidence, Baseline baseline, CancellationToken cancellationToken)
    {
        if (!evidence.Changed[PathKind.Test].Any())
            return new(Measure.Of(false, "no test was added or changed"), [], []);
        var original = await judge.JudgeAsync(evidence.WithItsTests(evidence.Original), cancellationToken);
        if (original.Outcome != TreeOutcome.Tested)
            return new(Measure.Of(false, $"its tests do not run to the end on the original: {original.Outcome}"), [], []);
        var aside = baseline.SetAside.Select(test => test.Test).ToHashSet(StringComparer.Ordinal);
        var wrong = original.Tests.Keys.Where(test => original.Failed(test) && !aside.Contains(test)).Order(StringComparer.Ordinal).ToList();
        var buggy = await judge.JudgeAsync(evidence.WithItsTests(evidence.Base), cancellationToken);
        var detecting = buggy.Outcome == TreeOutcome.Tested ? buggy.Tests.Keys.Where(test => buggy.Failed(test) && original.Passed(test)).Order(StringComparer.Ordinal).ToList() : [];
        return new(Judged(buggy.Outcome, detecting, wrong), detecting, wrong);
    }

    private static Measure Judged(TreeOutcome buggy, List<string> detecting, List<string> wrong)
    {
        if (buggy != TreeOutcome.Tested)
            return Measure.Of(false, $"its tests do not run to the end on the buggy code: {buggy}");
        if (detecting.Count == 0)
            return Measure.Of(false, "no new or changed test fails on the buggy code and passes on the original");
        return wrong.Count == 0
            ? Measure.Of(true, $"{detecting.Count} new or changed test(s) fail on the buggy code and pass on the original, such as {detecting[0]}")
            : Measure.Of(false, $"{wrong.Count} of its tests fail on the original, such as {wrong[0]}");
    }
}
