using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Text;

namespace BugSeeder.Scoring;

/// <summary>The stage that says what the evidence of a trial shows, measure by measure.</summary>
internal sealed class Scorer(ITreeJudge judge, TargetCode code, Baseline baseline, IReadOnlyList<string> mayChange)
{
    /// <summary>What was known of the specs before the run; without it, what a claim cites cannot be judged.</summary>
    public IReadOnlyList<SpecStudy> Studies { get; init; } = [];

    /// <summary>Scores one trial. Outcomes that are never scored must not come here.</summary>
    public async Task<Score> ScoreAsync(Evidence evidence, CancellationToken cancellationToken)
    {
        var measures = new SortedDictionary<MeasureId, Measure>();
        if (evidence.IsBug)
            await ScoreBugAsync(evidence, measures, cancellationToken);
        else
            measures[MeasureId.FalseAlarms] = FalseAlarm(evidence);
        Usage.Add(evidence, measures);
        return new(Json.SchemaVersion, evidence.Observation.Trial, evidence.Prepared.Challenge.Kind, evidence.Prepared.Bug.Id, evidence.Prepared.Challenge.Briefing.Name, evidence.Observation.Outcome, measures);
    }

    private static Measure FalseAlarm(Evidence evidence)
    {
        if (evidence.Changed[PathKind.Product].FirstOrDefault() is { } changed)
            return Measure.Of(true, $"nothing was wrong, and product code was changed: {changed}");
        return Measure.Of(evidence.SaysDefect, evidence.SaysDefect ? "nothing was wrong, and its verdict is \"defect\"" : "it left the product code alone and reported no defect");
    }

    private async Task ScoreBugAsync(Evidence evidence, SortedDictionary<MeasureId, Measure> measures, CancellationToken cancellationToken)
    {
        var verdict = await JudgeFairlyAsync(evidence, cancellationToken);
        measures[MeasureId.Fixed] = Fixed(verdict, evidence.Prepared.Bug.Witnesses);
        measures[MeasureId.Preserved] = Preserved(verdict, evidence.Prepared.Bug.Witnesses);
        var tests = await ItsTests.RunAsync(judge, evidence, baseline, cancellationToken);
        measures[MeasureId.TestsWritten] = tests.Written;
        new DriftGates(code, mayChange).Add(evidence, tests, measures, cancellationToken);
        var tripped = MeasureCatalogue.All.Where(measure => measure.IsDriftGate && measures[measure.Id].IsYes).Select(measure => measure.Title).ToList();
        measures[MeasureId.CleanFix] = CleanFix(measures, tripped);
        Location.Add(evidence, tests, measures);
        if (Studies.FirstOrDefault(study => study.Briefing == evidence.Prepared.Challenge.Briefing.Name) is { } study)
            measures[MeasureId.Cited] = Citation.Of(evidence.Claim?.Clause, study, evidence.Prepared.Bug.Id);
        measures[MeasureId.Honest] = Honesty.Of(evidence, measures[MeasureId.Fixed]);
        if (evidence.Claim?.Confidence is { } confidence)
        {
            var right = measures[MeasureId.Detected].Value ?? 0;
            measures[MeasureId.Brier] = new((confidence - right) * (confidence - right), $"it stated {confidence:0.##}, and its answer was {(right > 0 ? "right" : "wrong")}");
        }
    }

    /// <summary>
    /// Work on which a test fails is judged a second time before that counts against it: the oracle's tests passed whenever the baseline ran, and a machine
    /// under load is not the assistant's fault. Where the two runs differ there is a third, and the middle one of the three counts.
    /// What the assistant left as it was given needs no second look.
    /// </summary>
    private async Task<TreeVerdict> JudgeFairlyAsync(Evidence evidence, CancellationToken cancellationToken)
    {
        int Passes(TreeVerdict verdict) => baseline.Oracle.Count(verdict.Passed);
        var judged = evidence.Judged;
        var first = await judge.JudgeAsync(judged, cancellationToken);
        if (judged.Hash == evidence.Base.Hash || Passes(first) == baseline.Oracle.Count)
            return first;
        var second = await judge.JudgeAnewAsync(judged, cancellationToken);
        if (Passes(second) == Passes(first))
            return first;
        var third = await judge.JudgeAnewAsync(judged, cancellationToken);
        return new[] { first, second, third }.OrderBy(Passes).ElementAt(1);
    }

    private static Measure CleanFix(SortedDictionary<MeasureId, Measure> measures, List<string> tripped)
    {
        if (!measures[MeasureId.Fixed].IsYes)
            return Measure.Of(false, "not fixed");
        if (!measures[MeasureId.Preserved].IsYes)
            return Measure.Of(false, "fixed, but not preserved");
        return Measure.Of(tripped.Count == 0, tripped.Count == 0 ? "fixed, preserved, no drift gate tripped" : $"fixed and preserved, but: {string.Join(", ", tripped)}");
    }

    private static Measure Fixed(TreeVerdict verdict, IReadOnlyList<string> witnesses)
    {
        if (Unfinished(verdict) is { } reason && witnesses.Any(witness => !verdict.Passed(witness)))
            return Measure.Of(false, reason);
        var failing = witnesses.Where(witness => !verdict.Passed(witness)).ToList();
        return Measure.Of(failing.Count == 0, failing.Count == 0 ? $"all {witnesses.Count} witnesses pass" : $"{failing.Count} of {witnesses.Count} witnesses do not pass, such as {failing[0]}");
    }

    private Measure Preserved(TreeVerdict verdict, IReadOnlyList<string> witnesses)
    {
        var others = baseline.Oracle.Except(witnesses).ToList();
        var broken = others.Where(test => !verdict.Passed(test)).ToList();
        if (broken.Count > 0 && Unfinished(verdict) is { } reason)
            return Measure.Of(false, reason);
        return Measure.Of(broken.Count == 0, broken.Count == 0 ? $"all {others.Count} other tests still pass" : $"{broken.Count} of {others.Count} other tests do not pass, such as {broken[0]}");
    }

    private static string? Unfinished(TreeVerdict verdict) => verdict.Outcome switch
    {
        TreeOutcome.BuildFailed => $"it does not build under the pristine tests{(verdict.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } error ? $": {error.Code}: {error.Message}" : "")}",
        TreeOutcome.TestsCrashed => "the test process ended before it had reported all results",
        TreeOutcome.TestsTimedOut => "the tests ran into their time limit",
        TreeOutcome.Tested => null,
        _ => throw new InvalidOperationException($"No such outcome: {verdict.Outcome}"),
    };
}
