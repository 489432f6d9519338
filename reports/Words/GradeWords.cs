using BugSeeder.Model.Grades;
using BugSeeder.Model.Scores;

namespace BugSeeder.Reports.Words;

/// <summary>A spec's grade in plain words, the same in every form of report: every figure with its interval and n.</summary>
internal static class GradeWords
{
    /// <summary>The letter with the letters at its ends, or why there is none.</summary>
    public static string Letter(Lift lift) => lift.Figures.Letter is { } letter ? $"{letter.Words}. {lift.Figures.LetterReason}" : $"no letter. {lift.Figures.LetterReason}";

    /// <summary>What is known of a spec beside its lift, one line each.</summary>
    public static IEnumerable<(string Name, string Figure)> Of(Lift lift)
    {
        var figures = lift.Figures;
        yield return ("letter", Letter(lift));
        if (figures.GapClosure.Value is not null)
            yield return ("gap closure", Words.Figures.Of(MeasureId.CleanFix, figures.GapClosure));
        if (figures.Room.Value is not null)
            yield return ("room: everything explained over nothing", Words.Figures.Lift(figures.Room));
        if (figures.ThisBankOnly.Low is not null)
            yield return ("lift, for this bank only", Words.Figures.Lift(figures.ThisBankOnly));
        if (figures.Placebo.Value is not null)
            yield return ("lift of the placebo", Words.Figures.Lift(figures.Placebo));
        if (figures.Look is { } look)
            yield return ("look", $"after round {look.Round} of at most {look.Planned}: {Titles.Of(look.Decision)}");
        foreach (var step in figures.Climb)
            yield return ($"with {Titles.Of(step.Level)}, over trying again", $"{Words.Figures.Lift(step.Added)} ({Words.Figures.Of(MeasureId.CleanFix, step.Solved)})");
        if (figures.Halves is { } halves)
        {
            yield return ("lift, open half", Words.Figures.Lift(halves.Open));
            yield return ("lift, sealed half", Words.Figures.Lift(halves.Sealed));
            yield return ("gap between the halves", Words.Figures.Lift(halves.Gap));
        }

        foreach (var saving in figures.Savings)
            yield return ($"{MeasureCatalogue.Of(saving.Measure).Title}, with the spec for each without", ComparedWords.Ratio(saving.Ratio));
        foreach (var change in figures.Changes.Where(change => change.IsFinding))
            yield return ($"{MeasureCatalogue.Of(change.Measure).Title}, with the spec minus without *", Words.Figures.Lift(change.Difference));
        if (figures.SelfEvident.Count > 0)
            yield return ("self-evident bugs: always fixed without a spec", $"{figures.SelfEvident.Count}");
        if (figures.LimitedByTheAssistant.Count > 0)
            yield return ("bugs limited by the assistant: never fixed though all was explained", $"{figures.LimitedByTheAssistant.Count}");
    }

    /// <summary>What an arm shows beyond its single measures, one line each.</summary>
    public static IEnumerable<(string Name, string Figure)> Of(Arm arm)
    {
        var figures = arm.Figures;
        if (figures.Detection.Value is not null)
            yield return ("detection J: detected minus false alarms", $"{Words.Figures.Lift(figures.Detection)}; false alarms {Words.Figures.Of(MeasureId.FalseAlarms, arm.Measures.GetValueOrDefault(MeasureId.FalseAlarms, Estimate.Nothing))}");
        if (figures.Consistency is { } same)
        {
            yield return ($"pass^{same.Trials}: all of {same.Trials} trials clean", Words.Figures.Of(MeasureId.CleanFix, same.All));
            yield return ($"pass@{same.Trials}: at least one of {same.Trials} clean", Words.Figures.Of(MeasureId.CleanFix, same.Any));
        }

        if (figures.Calibration is { } calibration)
            yield return ("calibration error of stated confidence", $"{calibration.Error:0.00} ({string.Join("; ", calibration.Bands.Select(band => $"said {band.Confidence:P0}, right {band.Right:P0}, {band.Trials} trials"))})");
    }
}
