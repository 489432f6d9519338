using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Comparisons;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Trials;
using BugSeeder.Pipeline;

namespace BugSeeder.EndToEnd;

/// <summary>Runs that stop early, and two runs compared whose truth is known: one assistant fixes nothing, the other all that it is given a spec for.</summary>
public sealed class RoundsTests(TinyTarget target)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_would_hardly_show_anything_stops_at_a_look_and_is_complete()
    {
        var request = target.Request([Idle("worker")], bugs: 2, controls: 0, repetitions: 5, withSpec: true) with { Looks = [1, 3, 5] };

        var report = await TinyTarget.RunAsync(request, Cancel);
        var again = await RunPipeline.RunAsync(request, report.Run.Id, TimeProvider.System, new Silent(), Cancel);

        var look = report.Grade.Lifts.ShouldHaveSingleItem().Figures.Look.ShouldNotBeNull();
        (look.Round, look.Decision).ShouldBe((3, LookDecision.Futile));
        (report.Trials.Count, report.Planned).ShouldBe((2 * 2 * 3, 2 * 2 * 3));
        report.Trials.Max(trial => trial.Observation.Trial.Repetition).ShouldBe(3);
        again.Trials.Count.ShouldBe(report.Trials.Count);
    }

    [Fact]
    public async Task Two_runs_differ_by_what_was_put_in_and_a_run_does_not_differ_from_itself()
    {
        var idle = await TinyTarget.RunAsync(target.Request([Idle("worker")], bugs: 2, controls: 0, withSpec: true), Cancel);
        var able = await TinyTarget.RunAsync(target.Request([WithASpec("worker")], bugs: 2, controls: 0, withSpec: true), Cancel);

        var compared = Comparisons.Of(target.Path, idle.Run.Id, able.Run.Id).ShouldHaveSingleItem();
        var back = Comparisons.Of(target.Path, able.Run.Id, idle.Run.Id).ShouldHaveSingleItem();
        var same = Comparisons.Of(target.Path, able.Run.Id, able.Run.Id).ShouldHaveSingleItem();

        (compared.IsPaired, compared.Shared, compared.Before.Value, compared.After.Value, compared.CleanFix.Value, compared.OverNone.Value).ShouldBe((true, 2, 0.0, 1.0, 1.0, 1.0));
        (compared.Flips.Count + compared.SealedFlips).ShouldBe(2);
        compared.Flips.Select(flip => flip.Bug).ShouldBe(target.Bank.Bugs.Where(bug => BankHalves.Of(bug) == BankHalf.Open).Select(bug => bug.Id), ignoreOrder: true);
        compared.Verdict.ShouldBe(ComparisonVerdict.Ungraded, "two bugs are too few for a verdict");
        back.CleanFix.Value.ShouldBe(-1);
        (same.CleanFix.Value, same.Flips.Count + same.SealedFlips).ShouldBe((0.0, 0));
    }

    private static IAssistant Idle(string name) => TinyTarget.Script(name, "cat > /dev/null");

    /// <summary>It has every fix, and uses the one that applies where there is a spec.</summary>
    private IAssistant WithASpec(string name)
    {
        var fixes = target.Bank.Bugs.Select((bug, at) => ($"FIX{at}", File.ReadAllText(Path.Combine(target.Store.Bank("bank"), "bugs", bug.Id, "fix.patch"))));
        return TinyTarget.Script(name, "cat > /dev/null; [ -f SPEC.md ] || exit 0; for fix in \"$FIX0\" \"$FIX1\"; do printf '%s' \"$fix\" | git apply 2> /dev/null && exit 0; done; exit 0", [.. fixes]);
    }
}
