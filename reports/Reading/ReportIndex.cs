using BugSeeder.Model.Runs;
using BugSeeder.Model.Trials;
using BugSeeder.Reports.Words;

namespace BugSeeder.Reports.Reading;

/// <summary>A run's report, ready to look things up in: which trials a bug has, under which arm, and what each is called in links.</summary>
internal sealed class ReportIndex
{
    private readonly Dictionary<TrialReport, int> numbers;
    private readonly ILookup<(string Bug, SubjectKind Kind, ArmKey Arm), TrialReport> cells;

    public ReportIndex(RunReport report)
    {
        Report = report;
        Arms = [.. report.Arms.Select(arm => new ArmKey(arm.Assistant, arm.Briefing)).Concat(report.Trials.Select(ArmKey.Of)).Distinct()];
        Trials = [.. report.Trials.Where(trial => !report.Sealed.Contains(trial.Challenge.Bug)).OrderBy(trial => Arms.IndexOf(ArmKey.Of(trial))).ThenBy(trial => trial.Observation.Trial.Repetition)];

        // By reference: comparing records member by member would walk through every transcript.
        numbers = new(ReferenceEqualityComparer.Instance);
        foreach (var trial in Trials)
            numbers.TryAdd(trial, numbers.Count + 1);
        cells = Trials.ToLookup(trial => (trial.Challenge.Bug, trial.Challenge.Kind, ArmKey.Of(trial)));
        Bugs = [.. report.Run.Bugs.Concat(report.Bugs.Select(bug => bug.Bug.Id)).Concat(report.Trials.Select(trial => trial.Challenge.Bug)).Distinct().Where(bug => !report.Sealed.Contains(bug))];
    }

    /// <summary>The report itself.</summary>
    public RunReport Report { get; }

    /// <summary>The arms in their order, those without a figure last.</summary>
    public List<ArmKey> Arms { get; }

    /// <summary>Every trial that is shown, by arm and then by repetition.</summary>
    public IReadOnlyList<TrialReport> Trials { get; }

    /// <summary>Every bug that is shown: the run's in their order, then those of its controls. Those of the sealed half are not among them.</summary>
    public List<string> Bugs { get; }

    /// <summary>The bugs and controls that are rows of the bugs × arms table.</summary>
    public IEnumerable<(string Bug, SubjectKind Kind)> Rows =>
        from kind in Enum.GetValues<SubjectKind>()
        from bug in Bugs
        where IsRow(bug, kind)
        select (bug, kind);

    /// <summary>The bug with this id; <see langword="null"/> when the report does not carry it.</summary>
    public BugReport? Bug(string id) => Report.Bugs.FirstOrDefault(bug => bug.Bug.Id == id);

    /// <summary>The trials of one bug or control under one arm, by repetition.</summary>
    public IReadOnlyList<TrialReport> Cell(string bug, SubjectKind kind, ArmKey arm) => [.. cells[(bug, kind, arm)]];

    /// <summary>The trials of one bug, its control's after its own.</summary>
    public IEnumerable<TrialReport> TrialsOf(string bug) => Trials.Where(trial => trial.Challenge.Bug == bug).OrderBy(trial => trial.Challenge.Kind);

    /// <summary>Where a bug stands on the page. Ids come from patches that people write, so they are not used as they are.</summary>
    public string AnchorOf(string bug) => $"bug-{Bugs.IndexOf(bug) + 1}";

    /// <summary>Where a trial stands on the page.</summary>
    public string AnchorOf(TrialReport trial) => $"trial-{numbers[trial]}";

    private bool IsRow(string bug, SubjectKind kind) => kind switch
    {
        SubjectKind.Bug => Report.Run.Bugs.Contains(bug) || HasTrial(bug, kind),
        SubjectKind.CleanControl => Report.Run.Controls.Contains(bug) || HasTrial(bug, kind),
        SubjectKind.RefactorControl => Report.Run.Refactors.Any(refactor => refactor.Bug == bug) || HasTrial(bug, kind),
        _ => throw new InvalidOperationException($"No such kind: {kind}."),
    };

    private bool HasTrial(string bug, SubjectKind kind) => Trials.Any(trial => trial.Challenge.Bug == bug && trial.Challenge.Kind == kind);
}

/// <summary>Which arm: one assistant under one briefing.</summary>
/// <param name="Assistant">The assistant's name.</param>
/// <param name="Briefing">The briefing's name.</param>
internal sealed record ArmKey(string Assistant, string Briefing)
{
    /// <summary>How an arm is written in reports.</summary>
    public string Title => $"{PlainText.OneLine(Assistant, 40)} · {PlainText.OneLine(Briefing, 60)}";

    /// <summary>The arm of a trial.</summary>
    public static ArmKey Of(TrialReport trial) => new(trial.Observation.Trial.Assistant, trial.Challenge.Briefing.Name);
}
