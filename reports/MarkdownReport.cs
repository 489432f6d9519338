using System.Text;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Trials;
using BugSeeder.Reports.Reading;
using BugSeeder.Reports.Words;

namespace BugSeeder.Reports;

/// <summary>A run's report as Markdown that fits the step summary of a CI run.</summary>
public static class MarkdownReport
{
    // GitHub refuses a step summary over 1 MiB; a line here is under 1,000 characters, most of them ASCII.
    private const int MostTrials = 500;
    private const int MostAdvice = 10;

    private static readonly MeasureId[] Shown =
    [
        MeasureId.CleanFix, MeasureId.Detected, MeasureId.FalseAlarms, MeasureId.Fixed, MeasureId.Preserved, MeasureId.TestsWritten, MeasureId.Honest,
    ];

    /// <summary>The answer, the arms with intervals and n, the specs with what to write next, bugs × arms, and a line per trial.</summary>
    public static string Render(RunReport report)
    {
        var index = new ReportIndex(report);
        var text = new StringBuilder();
        Opening(text, report);
        Grades(text, report);
        Arms(text, report);
        foreach (var reading in report.Specs)
            Spec(text, reading, report);
        Grid(text, index);
        Trials(text, index);
        Closing(text, report);
        return text.ToString();
    }

    private static void Opening(StringBuilder text, RunReport report)
    {
        var answer = Answer.Of(report);
        text.Append($"# {MarkdownText.Of(answer.Headline)}\n\n{MarkdownText.Of(answer.Reason, 1000)}\n\n");
        foreach (var figures in answer.Figures)
            text.Append($"- {MarkdownText.Of(figures, 1000)}\n");
        text.Append('\n');
        foreach (var notice in Notice.Of(report))
            text.Append($"> **{MarkdownText.Of(notice.Title)}.** {MarkdownText.Of(notice.Text)}\n\n");
    }

    private static void Grades(StringBuilder text, RunReport report)
    {
        foreach (var lift in report.Grade.Lifts)
        {
            text.Append($"## {Name(new(lift.Assistant, lift.Briefing))}\n\n| figure | |\n| --- | --- |\n");
            foreach (var (name, figure) in GradeWords.Of(lift))
                Row(text, [MarkdownText.Of(name), MarkdownText.Of(figure, 400)]);
            text.Append('\n');
        }
    }

    private static void Spec(StringBuilder text, SpecReading reading, RunReport report)
    {
        text.Append($"## The spec: {MarkdownText.Of(PlainText.OneLine(reading.Study.Spec.Name, 120))}\n\n{MarkdownText.Of(SpecWords.Standings(reading, report.Run))} Links were frozen before the first trial.\n\n");
        if (SpecWords.Quoted(reading) is { Length: > 0 } quoted)
            text.Append($"{MarkdownText.Of(quoted, 600)}\n\n");
        Advice(text, reading);
        Sections(text, reading);
        foreach (var ablation in reading.Ablations)
            text.Append($"Left out by lot for {MarkdownText.Of(ablation.Assistant)}: {ablation.Trials} of {ablation.Planned} trials on {ablation.Bugs} bugs. {MarkdownText.Of(SpecWords.Instrument(ablation, report.Sealed), 600)}\n\n");
        var spots = reading.BlindSpots;
        text.Append($"Blind spots: {SpecWords.Count(spots.BugsWithoutClause.Count, "bug")} without a clause, {SpecWords.Count(spots.NeverMentioned.Count, "public member")} never mentioned, {SpecWords.Count(spots.ClausesWithoutBug.Count, "clause")} without a bug, {spots.ClausesWithoutTest.Count} without a test. `spec check`: {SpecWords.Count(reading.Study.Check.Findings.Count, "finding")}.\n\n");
    }

    private static void Advice(StringBuilder text, SpecReading reading)
    {
        if (reading.Advice.Count == 0)
            return;
        text.Append("### What to write next\n\n");
        foreach (var (number, advice) in reading.Advice.Take(MostAdvice).Index())
            text.Append($"{number + 1}. **{MarkdownText.Of(PlainText.OneLine(advice.Behaviour, 160))}** in {MarkdownText.Of(PlainText.OneLine(advice.Member, 120))} ({SpecWords.Count(advice.Bugs.Count, "bug")} unnoticed, {Titles.Of(advice.Standing)}): {MarkdownText.Of(PlainText.OneLine(advice.Sentence, 300), 400)}\n");
        text.Append($"\nOnly bugs of the open half are named{(reading.Advice.Count > MostAdvice ? $", and {MostAdvice} of {reading.Advice.Count} pieces of advice shown" : "")}.\n\n");
    }

    private static void Sections(StringBuilder text, SpecReading reading)
    {
        text.Append("### Sections\n\n");
        Row(text, ["section", "how its bugs fared", .. reading.Ablations.Select(ablation => $"what it does ({MarkdownText.Of(ablation.Assistant)})")]);
        Row(text, Enumerable.Repeat("---", reading.Ablations.Count + 2));
        foreach (var section in SpecWords.Asked(reading))
        {
            var effects = reading.Ablations.Select(ablation => ablation.Sections.FirstOrDefault(finding => finding.Section == section.Id) is { } finding ? MarkdownText.Of(SpecWords.Effect(finding, reading.Study.Spec)) : "");
            Row(text, [MarkdownText.Of(SpecWords.Title(reading.Study.Spec, section.Id)), MarkdownText.Of(SpecWords.Fared(reading.Sections.First(fared => fared.Section == section.Id))), .. effects]);
        }

        text.Append('\n');
    }

    private static void Arms(StringBuilder text, RunReport report)
    {
        if (report.Arms.Count == 0)
            return;

        text.Append("## Arms\n\n");
        Row(text, ["arm", .. Shown.Select(id => MeasureCatalogue.Of(id).Title), "outcomes"]);
        Row(text, Enumerable.Repeat("---", Shown.Length + 2));
        foreach (var arm in report.Arms)
        {
            var figures = Shown.Select(id => Figures.Of(id, arm.Measures.GetValueOrDefault(id, Estimate.Nothing)));
            var outcomes = arm.Outcomes.Where(outcome => outcome.Value > 0).OrderBy(outcome => outcome.Key);
            Row(text, [Name(new(arm.Assistant, arm.Briefing)), .. figures, string.Join(", ", outcomes.Select(each => $"{each.Value} {Titles.Of(each.Key)}"))]);
        }

        text.Append("\nIntervals are 95 %; n counts bugs, and controls for false alarms.\n\n");
    }

    private static void Grid(StringBuilder text, ReportIndex index)
    {
        text.Append("## Bugs × arms\n\n");
        Row(text, ["bug", .. index.Arms.Select(Name)]);
        Row(text, Enumerable.Repeat("---", index.Arms.Count + 1));
        foreach (var (bug, kind) in index.Rows)
        {
            var name = kind == SubjectKind.Bug ? MarkdownText.Of(bug) : $"control of {MarkdownText.Of(bug)}";
            Row(text, [name, .. index.Arms.Select(arm => Cell(index.Cell(bug, kind, arm)))]);
        }

        text.Append('\n');
    }

    private static string Cell(IReadOnlyList<TrialReport> trials)
    {
        var symbols = string.Concat(trials.Select(trial => Fates.Symbol(Fates.Of(trial))));
        return MarkdownText.Of($"{symbols} {CellSummary.Of(trials)}");
    }

    private static void Trials(StringBuilder text, ReportIndex index)
    {
        text.Append("## Trials\n\n");
        foreach (var trial in index.Trials.Take(MostTrials))
        {
            var fate = Fates.Of(trial);
            var observation = trial.Observation;
            var verdict = observation.Claim?.Verdict is { } claimed ? $"claimed {Titles.Of(claimed)}" : "claimed nothing that can be read";
            text.Append($"- {MarkdownText.Of(Fates.Symbol(fate))} **{MarkdownText.Of(observation.Trial.ToString())}**: {Fates.Title(fate)}; ");
            text.Append($"{Titles.Of(observation.Outcome)} in {Figures.Value(MeasureId.Seconds, observation.Seconds)}; {verdict}. ");
            text.Append($"{MarkdownText.Of(Why(trial), 200)}\n");
        }

        if (index.Trials.Count > MostTrials)
            text.Append($"\n{index.Trials.Count - MostTrials} more trials are in the HTML report.\n");
        if (SpecWords.Sealed(index.Report) is { Length: > 0 } hidden)
            text.Append($"\n{MarkdownText.Of(hidden, 400)}\n");
        text.Append('\n');
    }

    private static string Why(TrialReport trial)
    {
        var decisive = trial.Challenge.Kind == SubjectKind.Bug ? MeasureId.CleanFix : MeasureId.FalseAlarms;
        return trial.Score?.Measures.TryGetValue(decisive, out var measure) == true ? measure.Reason : trial.Observation.OutcomeReason;
    }

    private static void Closing(StringBuilder text, RunReport report)
    {
        var run = report.Run;
        text.Append($"Run {MarkdownText.Of(run.Id)} on {MarkdownText.Of(run.Target.Name)}, commit {MarkdownText.Of(run.Target.Commit ?? "unknown")}, ");
        text.Append($"bank {MarkdownText.Of(run.Bank)} ({MarkdownText.Of(run.BankHash)}), seed number {run.SeedNumber}, ");
        text.Append($"BugSeeder {MarkdownText.Of(run.ToolVersion)}.\n");
    }

    private static string Name(ArmKey arm) => MarkdownText.Of(arm.Title);

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
