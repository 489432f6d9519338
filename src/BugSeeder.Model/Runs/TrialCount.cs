using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Runs;

/// <summary>How many trials a run plans. Levels of help that are climbed come on top: how many depends on what is not solved.</summary>
public static class TrialCount
{
    /// <summary>How often a challenge is tried: everything explained once, since hardly anything varies then; controls under none and the spec only.</summary>
    /// <param name="briefing">The arm.</param>
    /// <param name="kind">What is in the workspace.</param>
    /// <param name="repetitions">How many rounds there are.</param>
    public static int Rounds(Briefing briefing, SubjectKind kind, int repetitions) => (briefing, kind) switch
    {
        ({ Help: HelpLevel.Full }, SubjectKind.Bug) => 1,
        ({ Help: HelpLevel.Full } or { Form: BriefingForm.Placebo }, not SubjectKind.Bug) => 0,
        _ => repetitions,
    };

    /// <summary>All trials of one assistant.</summary>
    /// <param name="briefings">The arms.</param>
    /// <param name="bugs">How many bugs.</param>
    /// <param name="controls">How many controls of both kinds.</param>
    /// <param name="repetitions">How many rounds.</param>
    public static int Of(IEnumerable<Briefing> briefings, int bugs, int controls, int repetitions) =>
        briefings.Sum(briefing => (bugs * Rounds(briefing, SubjectKind.Bug, repetitions)) + (controls * Rounds(briefing, SubjectKind.CleanControl, repetitions)));
}
