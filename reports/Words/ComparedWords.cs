using BugSeeder.Model.Comparisons;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Scores;

namespace BugSeeder.Reports.Words;

/// <summary>A comparison in plain words, the same in every form of report.</summary>
internal static class ComparedWords
{
    /// <summary>The verdict in a short sentence.</summary>
    public static string Headline(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Ungraded => "No verdict: too few bugs.",
        ComparisonVerdict.Better => "B is better.",
        ComparisonVerdict.Worse => "B is worse.",
        ComparisonVerdict.NoDifferenceShown => "No difference was shown.",
        _ => throw new InvalidOperationException($"No such verdict: {verdict}."),
    };

    /// <summary>An arm's name.</summary>
    public static string Name(ComparedArm arm) => PlainText.OneLine($"{arm.Assistant} · {arm.Briefing} ({arm.Run})", 160);

    /// <summary>The main figures, one line each.</summary>
    public static IEnumerable<(string Name, string Figure)> Figures(Comparison comparison)
    {
        yield return ("clean fix, A", Words.Figures.Of(MeasureId.CleanFix, comparison.Before));
        yield return ("clean fix, B", Words.Figures.Of(MeasureId.CleanFix, comparison.After));
        yield return ("B − A", Words.Figures.Lift(comparison.CleanFix));
        if (comparison.OverNone.Value is not null)
            yield return ("difference of lifts over no spec", Words.Figures.Lift(comparison.OverNone));
        foreach (var saving in comparison.Savings)
            yield return ($"{MeasureCatalogue.Of(saving.Measure).Title}, B for each of A", Ratio(saving.Ratio));
    }

    /// <summary>What was compared.</summary>
    public static string Basis(Comparison comparison) => comparison.IsPaired
        ? $"{comparison.Shared} shared bugs, compared one by one; {comparison.OnlyFirst} only in A and {comparison.OnlySecond} only in B are left out."
        : $"No bug is shared: {comparison.OnlyFirst} bugs in A and {comparison.OnlySecond} in B are taken as two samples.";

    /// <summary>Changes of other measures and of classes; a star marks a finding after correction for many looks.</summary>
    public static IEnumerable<(string Name, string Figure)> Changes(Comparison comparison) =>
        comparison.Changes.Select(change => (MeasureCatalogue.Of(change.Measure).Title + Star(change.IsFinding), Words.Figures.Lift(change.Difference)));

    /// <summary>Clean fixes by class.</summary>
    public static IEnumerable<(string Name, string Figure)> Classes(Comparison comparison) =>
        comparison.Classes.Select(change => (Titles.Of(change.Class) + Star(change.IsFinding), Words.Figures.Lift(change.CleanFix)));

    /// <summary>Clean fixes by section of the spec.</summary>
    public static IEnumerable<(string Name, string Figure)> Sections(Comparison comparison) =>
        comparison.Sections.Select(change => (PlainText.OneLine(change.Title.Length > 0 ? change.Title : change.Section, 80) + Star(change.IsFinding), Words.Figures.Lift(change.CleanFix)));

    /// <summary>That bugs of the sealed half flipped too; empty where none did.</summary>
    public static string SealedFlips(Comparison comparison) =>
        comparison.SealedFlips == 0 ? "" : $"{SpecWords.Count(comparison.SealedFlips, "bug")} of the sealed half flipped too.";

    /// <summary>Bugs that flipped, and may be named.</summary>
    public static IEnumerable<string> Flips(Comparison comparison) =>
        comparison.Flips.Select(flip => $"{PlainText.OneLine(flip.Bug, 60)} ({Titles.Of(flip.Class)}): {Words.Figures.Value(MeasureId.CleanFix, flip.Before)} → {Words.Figures.Value(MeasureId.CleanFix, flip.After)}. {PlainText.OneLine(flip.Mistake)}");

    /// <summary>A ratio such as <c>0.62 [0.5–0.8], n 20</c>.</summary>
    public static string Ratio(Estimate ratio) => ratio.Value is not { } value ? Words.Figures.NotObservable
        : ratio is { Low: { } low, High: { } high } ? $"× {value:0.00} [{low:0.00}–{high:0.00}], n {ratio.N}" : $"× {value:0.00} [no interval], n {ratio.N}";

    private static string Star(bool isFinding) => isFinding ? " *" : "";
}
