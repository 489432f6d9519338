using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Scores;

/// <summary>One measure of one trial, with its reason.</summary>
/// <param name="Value">1 or 0 for yes or no, or a number; <see langword="null"/> when it could not be observed, which is never a pass.</param>
/// <param name="Reason">What the value rests on.</param>
public sealed record Measure(double? Value, string Reason)
{
    /// <summary>A yes or a no.</summary>
    public static Measure Of(bool value, string reason) => new(value ? 1 : 0, reason);

    /// <summary>No value, because the evidence does not say.</summary>
    public static Measure NotObservable(string reason) => new(null, reason);

    /// <summary>Whether the value is a yes.</summary>
    public bool IsYes => Value > 0;
}

/// <summary>What the evidence of one trial shows, measure by measure.</summary>
/// <param name="SchemaVersion">The version of this record's form.</param>
/// <param name="Trial">Which trial it is.</param>
/// <param name="Kind">What was in the workspace.</param>
/// <param name="Bug">The bug, or the bug that the control belongs to.</param>
/// <param name="Briefing">The arm's name.</param>
/// <param name="Outcome">How the trial ended.</param>
/// <param name="Measures">The measures that apply to it.</param>
/// <param name="Judging">How its work was built and tested; <see langword="null"/> in runs of versions that had one way only.</param>
public sealed record Score(
    int SchemaVersion,
    TrialKey Trial,
    SubjectKind Kind,
    string Bug,
    string Briefing,
    TrialOutcome Outcome,
    IReadOnlyDictionary<MeasureId, Measure> Measures,
    Judging? Judging = null);
