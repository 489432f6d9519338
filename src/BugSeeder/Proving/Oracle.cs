using BugSeeder.Model;
using BugSeeder.Model.Targets;

namespace BugSeeder.Proving;

/// <summary>Which tests' word counts.</summary>
internal static class Oracle
{
    /// <summary>Sets aside what failed, wavered or was skipped.</summary>
    /// <exception cref="UserError">No test is left, or a run did not come to its end.</exception>
    public static Baseline Of(IReadOnlyList<TreeVerdict> runs)
    {
        if (runs.FirstOrDefault(run => run.Outcome != TreeOutcome.Tested) is { } broken)
            throw new UserError(
                broken.Outcome == TreeOutcome.TestsTimedOut ? "The target's own tests ran into their time limit." : "The target's own test process ended before it had reported all results.",
                "Run `dotnet test` on the target and mend what it shows, leave the test project out with `tests`, or raise `testLimitSeconds` in bugseeder.yml.",
                ExitCode.TargetUnusable);
        var all = runs.SelectMany(run => run.Tests.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        var aside = all.Where(test => !runs.All(run => run.Passed(test))).Select(test => new SetAsideTest(test, ReasonOf(test, runs))).ToList();
        var oracle = all.Except(aside.Select(entry => entry.Test)).ToList();
        if (oracle.Count == 0)
            throw new UserError(
                all.Count == 0 ? "The target's test projects reported no test." : $"None of the target's {all.Count} tests passes reliably ({aside.Count(entry => entry.Reason == SetAsideReason.Failed)} fail, {aside.Count(entry => entry.Reason == SetAsideReason.Wavered)} waver).",
                "Make the tests pass first: they are what proves a bug.",
                ExitCode.TargetUnusable);
        return new(runs.Count, oracle, aside);
    }

    private static SetAsideReason ReasonOf(string test, IReadOnlyList<TreeVerdict> runs) =>
        runs.All(run => run.Failed(test)) ? SetAsideReason.Failed
        : runs.Any(run => run.Passed(test)) ? SetAsideReason.Wavered
        : runs.Any(run => run.Failed(test)) ? SetAsideReason.Wavered
        : SetAsideReason.Skipped;
}
