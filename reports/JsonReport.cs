using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;
using BugSeeder.Reports.Json;
using BugSeeder.Reports.Words;

namespace BugSeeder.Reports;

/// <summary>A run's report as the JSON object that <c>run --json</c> prints.</summary>
public static class JsonReport
{
    /// <summary>The JSON Schema (draft 2020-12) of what <see cref="Render"/> returns.</summary>
    public static string Schema { get; } = EmbeddedText.Of("report.schema.json");

    /// <summary>The run, its bank, arms, grade, specs and trials; bugs of the sealed half only in figures and counts. A measure that was observed in no trial of an arm is not in that arm.</summary>
    public static string Render(RunReport report) => Model.Text.Json.ToText(new ReportDocument(
        Model.Text.Json.SchemaVersion,
        Run(report),
        Bank(report.Run, report.Bank),
        [.. report.Arms.Select(Arm)],
        Grade(report.Grade, report.Sealed),
        [.. report.Specs.Select(reading => SpecParts.Of(reading, report))],
        [.. report.Trials.Where(trial => !report.Sealed.Contains(trial.Challenge.Bug)).Select(Trial)]));

    private static RunPart Run(RunReport report)
    {
        var run = report.Run;
        return new(
            run.Id,
            run.ToolVersion,
            run.Started,
            run.Target,
            run.Bank,
            run.BankHash,
            run.SeedNumber,
            [.. run.Bugs.Where(bug => !report.Sealed.Contains(bug))],
            [.. run.Controls.Where(bug => !report.Sealed.Contains(bug))],
            run.Repetitions,
            [.. run.Assistants.Select(assistant => new AssistantPart(assistant.Name, assistant.Kind, assistant.Version))],
            [.. run.Briefings.Select(briefing => new BriefingPart(briefing.Name, briefing.Spec, briefing.Help))],
            run.LeftOut,
            Words.Titles.Of(run.Confinement),
            Words.ReferenceAssistants.Only(run) || run.Confinement is { Hides: true },
            run.TestRoutes,
            run.Confirm,
            Confirmation(Judgings.Of(report)),
            run.Limits.TimeSeconds,
            run.Ablation is { } ablation ? new(ablation.Sections, ablation.Trials) : null,
            new(run.Bugs.Count(report.Sealed.Contains), report.Trials.Count(trial => report.Sealed.Contains(trial.Challenge.Bug))),
            report.Planned,
            report.Trials.Count);
    }

    private static ConfirmationPart Confirmation(IReadOnlyList<Judging> all) =>
        new(Judgings.Fast(all), all.Count(judging => judging.Confirmed is not null), all.Count(judging => judging.Confirmed == false));

    private static BankPart Bank(RunRecord run, Bank bank)
    {
        var aside = bank.Baseline.SetAside.ToLookup(test => test.Reason);
        return new(
            run.Bank,
            run.BankHash,
            bank.ToolVersion,
            bank.Target,
            bank.SeedNumber,
            bank.Mix,
            bank.Requested,
            bank.Proposed,
            bank.Judged,
            bank.Bugs.Count,
            bank.Reached,
            new(bank.Baseline.Runs, bank.Baseline.Oracle.Count, Count(SetAsideReason.Failed), Count(SetAsideReason.Wavered), Count(SetAsideReason.Skipped)));

        int Count(SetAsideReason reason) => aside[reason].Count();
    }

    private static ArmPart Arm(Arm arm) => new(
        arm.Assistant,
        arm.Briefing,
        ByName(arm.Measures.Where(measure => measure.Value.Value is not null), Estimate),
        new SortedDictionary<TrialOutcome, int>(arm.Outcomes.ToDictionary()),
        Estimate(arm.Figures.Detection),
        arm.Figures.Consistency is { } same ? new(same.Trials, Estimate(same.All), Estimate(same.Any)) : null,
        arm.Figures.Calibration);

    private static GradePart Grade(Grade grade, IReadOnlySet<string> closed) => new(
        grade.Verdict,
        grade.Letter?.Estimate.ToString(),
        grade.Letter?.Low.ToString(),
        grade.Letter?.High.ToString(),
        grade.Reason,
        [.. grade.Specs.Select(spec => new SpecVerdictPart(spec.Briefing, spec.Verdict, spec.Letter?.Estimate.ToString(), spec.Letter?.Low.ToString(), spec.Letter?.High.ToString(), spec.Reason))],
        [.. grade.Lifts.Select(lift => Lift(lift, closed))]);

    private static LiftPart Lift(Lift lift, IReadOnlySet<string> closed)
    {
        var figures = lift.Figures;
        return new(
            lift.Assistant,
            lift.Briefing,
            lift.Verdict,
            lift.Reason,
            Estimate(lift.CleanFix),
            Estimate(figures.ThisBankOnly),
            figures.Letter?.Estimate.ToString(),
            figures.Letter?.Low.ToString(),
            figures.Letter?.High.ToString(),
            figures.LetterReason,
            Estimate(figures.GapClosure),
            Estimate(figures.Room),
            [.. figures.Changes.Select(change => new ChangePart(MeasureCatalogue.JsonName(change.Measure), Estimate(change.Difference), change.P, change.IsFinding))],
            [.. figures.Savings.Select(saving => new SavingPart(MeasureCatalogue.JsonName(saving.Measure), Estimate(saving.Ratio)))],
            figures.Halves is { } halves ? new(Estimate(halves.Open), Estimate(halves.Sealed), Estimate(halves.Gap)) : null,
            [.. figures.Climb.Select(step => new StepPart(step.Level, Estimate(step.Solved), Estimate(step.Again), Estimate(step.Added)))],
            Estimate(figures.Placebo),
            figures.Look is { } look ? new(look.Round, look.Planned, look.Level, look.Chance, look.Decision) : null,
            [.. figures.SelfEvident.Where(bug => !closed.Contains(bug))],
            [.. figures.LimitedByTheAssistant.Where(bug => !closed.Contains(bug))]);
    }

    private static EstimatePart Estimate(Estimate estimate) => new(estimate.Value, estimate.Low, estimate.High, estimate.N, estimate.Method);

    private static TrialPart Trial(TrialReport trial) => new(
        trial.Observation.Trial.ToString(),
        trial.Observation.Trial.Assistant,
        trial.Challenge.Briefing.Name,
        trial.Challenge.Kind,
        trial.Challenge.Bug,
        trial.Observation.Trial.Repetition,
        trial.Challenge.Briefing.LeftOut,
        trial.Observation.Outcome,
        trial.Observation.OutcomeReason,
        trial.Score is not null,
        trial.Observation.Seconds,
        trial.Observation.Attempts,
        trial.Observation.Peeks,
        trial.Observation.Claim is { } claim ? Claim(claim) : null,
        trial.Score?.Judging is { } judging ? new(judging.Route, judging.Reason, judging.Confirmed, judging.Disagreements) : null,
        ByName(trial.Score?.Measures ?? new Dictionary<MeasureId, Measure>(), measure => new MeasurePart(measure.Value, measure.Reason)));

    private static ClaimPart Claim(Claim claim) =>
        new(claim.Verdict, claim.File, claim.Member, claim.Clause, claim.Explanation, claim.Fixed, claim.Tests, claim.TestsRun, claim.Question, claim.Confidence);

    private static OrderedDictionary<string, TPart> ByName<TMeasure, TPart>(
        IEnumerable<KeyValuePair<MeasureId, TMeasure>> measures,
        Func<TMeasure, TPart> part) =>
        new(measures.OrderBy(measure => measure.Key).Select(measure => KeyValuePair.Create(MeasureCatalogue.JsonName(measure.Key), part(measure.Value))));
}
