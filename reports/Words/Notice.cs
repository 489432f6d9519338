using BugSeeder.Model.Runs;

namespace BugSeeder.Reports.Words;

/// <summary>What a reader must know before believing a figure.</summary>
/// <param name="Title">The matter in a few words.</param>
/// <param name="Text">What it means for the figures.</param>
/// <param name="Details">The cases, where there are any to list.</param>
internal sealed record Notice(string Title, string Text, IReadOnlyList<string> Details)
{
    /// <summary>All that must be said about this run before its answer.</summary>
    public static IReadOnlyList<Notice> Of(RunReport report) =>
        [.. new[] { NotHidden(report), OpenNetwork(report), Contradicted(report), Incomplete(report), Unscored(report), SetAside(report), Dirty(report), Peeks(report) }.OfType<Notice>()];

    /// <summary>A trial of the sealed half is counted and not named.</summary>
    private static bool IsShown(TrialReport trial, RunReport report) => !report.Sealed.Contains(trial.Challenge.Bug);

    private static Notice? NotHidden(RunReport report) => ReferenceAssistants.Only(report.Run) || report.Run.Confinement is { Level: < SandboxLevel.Process } ? null : new(
        "The answer was not hidden",
        "Assistants ran without a sandbox: the original, the bank of bugs and the network were in their reach. A fix may be a copy.",
        []);

    private static Notice? OpenNetwork(RunReport report) => report.Run.Confinement is not { Level: < SandboxLevel.Process, NetworkIsOpen: true } ? null : new(
        "The network was open",
        "Assistants could reach whatever the machine reaches, a published original as well. A fix may be a copy.",
        []);

    private static Notice? Peeks(RunReport report)
    {
        var trials = report.Trials.Where(trial => trial.Observation.Peeks.Count > 0).ToList();
        return trials.Count == 0 ? null : new(
            trials.Count == 1 ? "1 trial looked for the answer" : $"{trials.Count} trials looked for the answer",
            $"They asked for history, for other places or for the network instead of working it out. {(report.Run.Confinement is { Hides: true } ? "The sandbox had nothing for them to find." : "Nothing kept them from finding it.")}",
            [.. trials.Where(trial => IsShown(trial, report)).Select(trial => PlainText.OneLine($"{trial.Observation.Trial}: {string.Join("; ", trial.Observation.Peeks.Select(peek => $"{Titles.Of(peek.Kind)} ({peek.Evidence})"))}", 600))]);
    }

    private static Notice? Contradicted(RunReport report)
    {
        var wrong = report.Trials.Where(trial => trial.Score?.Judging?.Confirmed == false).ToList();
        return wrong.Count == 0 ? null : new(
            wrong.Count == 1 ? "Error: a fast verdict is wrong" : $"Error: {wrong.Count} fast verdicts are wrong",
            $"{Judgings.Of(report).Count(judging => judging.Confirmed is not null)} trials that were judged fast were judged again by the real build, and it says otherwise. Its word stands for these; the trials that were not judged again may be wrong too. Run again with --confirm all.",
            [.. wrong.Where(trial => IsShown(trial, report)).Select(trial => PlainText.OneLine($"{trial.Observation.Trial}: {string.Join("; ", trial.Score!.Judging!.Disagreements)}", 600))]);
    }

    private static Notice? Incomplete(RunReport report) => report.Planned <= report.Trials.Count ? null : new(
        "This run is incomplete",
        $"{report.Trials.Count} of {report.Planned} planned trials have finished. Every figure rests on those only and may change.",
        []);

    private static Notice? Unscored(RunReport report) => report.Trials.Count(trial => trial.Score is null) is var count and > 0
        ? new(
            count == 1 ? "1 trial is not scored" : $"{count} trials are not scored",
            "They ended in a way that says nothing about the assistant, and are in no rate.",
            [.. report.Trials.Where(trial => trial.Score is null && IsShown(trial, report)).Select(Reason)])
        : null;

    private static string Reason(TrialReport trial) =>
        PlainText.OneLine($"{trial.Observation.Trial}: {Titles.Of(trial.Observation.Outcome)}. {trial.Observation.OutcomeReason}");

    private static Notice? SetAside(RunReport report)
    {
        var tests = report.Bank.Baseline.SetAside;
        if (tests.Count == 0)
            return null;

        var reasons = tests.GroupBy(test => test.Reason).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Titles.Of(group.Key)}");
        return new(
            tests.Count == 1 ? "1 test was set aside" : $"{tests.Count} tests were set aside",
            $"They did not pass every time on the unchanged code ({string.Join(", ", reasons)}), so nothing is judged by them.",
            [.. tests.Select(test => PlainText.OneLine($"{test.Test}: {Titles.Of(test.Reason)}"))]);
    }

    private static Notice? Dirty(RunReport report) => !report.Run.Target.Dirty ? null : new(
        "The target was not as committed",
        "Its working tree differed from the commit named below, so the commit alone does not repeat this run.",
        []);
}
