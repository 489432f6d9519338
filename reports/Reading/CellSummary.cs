using BugSeeder.Model.Runs;
using BugSeeder.Model.Trials;
using BugSeeder.Reports.Words;

namespace BugSeeder.Reports.Reading;

/// <summary>What a cell of the bugs × arms table says.</summary>
internal static class CellSummary
{
    /// <summary>Such as <c>1 of 2 clean, 1 missed</c>; trials that are not scored are told, never counted.</summary>
    public static string Of(IReadOnlyList<TrialReport> trials)
    {
        if (trials.Count == 0)
            return "no trial";

        var fates = trials.Select(Fates.Of).ToList();
        var scored = fates.Where(fate => fate is not (Fate.Unscored or Fate.NotObservable)).ToList();
        var word = trials[0].Challenge.Kind == SubjectKind.Bug ? "clean" : "left alone";
        var others = fates.Where(fate => !Fates.IsGood(fate))
            .GroupBy(fate => fate)
            .OrderBy(group => group.Key)
            .Select(group => group.Count() == 1 && trials.Count == 1 ? Fates.Title(group.Key) : $"{group.Count()} {Fates.Title(group.Key)}");
        string[] parts = scored.Count == 0 ? [.. others] : [$"{scored.Count(Fates.IsGood)} of {scored.Count} {word}", .. others];
        return string.Join(", ", parts);
    }
}
