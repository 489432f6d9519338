using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;

namespace BugSeeder.Reports.Words;

/// <summary>What came of a trial, in one word: how far it got towards a clean fix, or what it did to a control.</summary>
internal enum Fate
{
    /// <summary>Fixed, preserved, and no drift gate tripped.</summary>
    CleanFix,

    /// <summary>Fixed, but a drift gate tripped.</summary>
    FixedWithDrift,

    /// <summary>Fixed, but another test no longer passes.</summary>
    FixedButBroke,

    /// <summary>It pointed at the bug and did not mend it.</summary>
    DetectedOnly,

    /// <summary>It neither pointed at the bug nor mended it.</summary>
    Missed,

    /// <summary>On a control: nothing claimed, no product code changed.</summary>
    LeftAlone,

    /// <summary>On a control: a defect claimed, or product code changed.</summary>
    FalseAlarm,

    /// <summary>The evidence does not say.</summary>
    NotObservable,

    /// <summary>It ended in a way that says nothing about the assistant.</summary>
    Unscored,
}

/// <summary>How fates are told and shown.</summary>
internal static class Fates
{
    /// <summary>The fate of a trial.</summary>
    public static Fate Of(TrialReport trial) => trial.Score is not { } score
        ? Fate.Unscored
        : score.Kind switch
        {
            SubjectKind.Bug => OnBug(score),
            SubjectKind.CleanControl or SubjectKind.RefactorControl => Value(score, MeasureId.FalseAlarms) switch
            {
                null => Fate.NotObservable,
                > 0 => Fate.FalseAlarm,
                _ => Fate.LeftAlone,
            },
            var kind => throw new InvalidOperationException($"No such kind: {kind}."),
        };

    /// <summary>Whether this is what one hopes for.</summary>
    public static bool IsGood(Fate fate) => fate is Fate.CleanFix or Fate.LeftAlone;

    /// <summary>The fate in words.</summary>
    public static string Title(Fate fate) => fate switch
    {
        Fate.CleanFix => "clean fix",
        Fate.FixedWithDrift => "fixed with drift",
        Fate.FixedButBroke => "fixed, broke other tests",
        Fate.DetectedOnly => "detected, not fixed",
        Fate.Missed => "missed",
        Fate.LeftAlone => "left alone",
        Fate.FalseAlarm => "false alarm",
        Fate.NotObservable => "not observable",
        Fate.Unscored => "unscored",
        _ => throw new InvalidOperationException($"No such fate: {fate}."),
    };

    /// <summary>A symbol for the fate; never shown without its words nearby.</summary>
    public static string Symbol(Fate fate) => fate switch
    {
        Fate.CleanFix => "✓",
        Fate.FixedWithDrift => "△",
        Fate.FixedButBroke => "▽",
        Fate.DetectedOnly => "○",
        Fate.Missed => "✗",
        Fate.LeftAlone => "✓",
        Fate.FalseAlarm => "!",
        Fate.NotObservable => "?",
        Fate.Unscored => "–",
        _ => throw new InvalidOperationException($"No such fate: {fate}."),
    };

    private static Fate OnBug(Score score) => Value(score, MeasureId.CleanFix) switch
    {
        null => Fate.NotObservable,
        > 0 => Fate.CleanFix,
        _ when Value(score, MeasureId.Fixed) > 0 => Value(score, MeasureId.Preserved) > 0 ? Fate.FixedWithDrift : Fate.FixedButBroke,
        _ => Value(score, MeasureId.Detected) > 0 ? Fate.DetectedOnly : Fate.Missed,
    };

    private static double? Value(Score score, MeasureId id) => score.Measures.TryGetValue(id, out var measure) ? measure.Value : null;
}
