using BugSeeder.Model.Scores;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>The lift of each spec over no spec, for each assistant.</summary>
internal static class Lifts
{
    /// <summary>By assistant and then by spec. A missing arm without a spec leaves the lift there, without a value.</summary>
    public static IReadOnlyList<Lift> Of(IReadOnlyList<Score> scores, Clusters clusters, IReadOnlySet<string> references)
    {
        var arms = scores
            .GroupBy(static score => (score.Trial.Assistant, score.Briefing))
            .ToDictionary(static arm => arm.Key, arm => BugValue.Of(arm, MeasureCatalogue.Of(MeasureId.CleanFix), clusters));

        return
        [
            .. arms.Keys
                .Where(static arm => IsSpec(arm.Briefing))
                .OrderBy(static arm => arm.Assistant, StringComparer.Ordinal)
                .ThenBy(static arm => arm.Briefing, StringComparer.Ordinal)
                .Select(arm => LiftOf(arm, arms[arm], arms.GetValueOrDefault((arm.Assistant, Briefing.None.Name)), references)),
        ];
    }

    private static Lift LiftOf((string Assistant, string Briefing) arm, IReadOnlyList<BugValue> with, IReadOnlyList<BugValue>? without, IReadOnlySet<string> references)
    {
        var pairs = PairedBug.Of(with, without ?? []);
        var difference = Estimates.OfDifference(pairs);
        var clusters = pairs.Select(static pair => pair.Cluster).Distinct(StringComparer.Ordinal).Count();
        var (verdict, reason) = references.Contains(arm.Assistant)
            ? (GradeVerdict.Ungraded, $"{arm.Assistant} is a reference assistant: it knows the answers.")
            : without is null
                ? (GradeVerdict.Ungraded, $"{arm.Assistant} has no scored trial without a spec to compare with.")
                : Verdicts.Of(difference, clusters, arm.Assistant, arm.Briefing);

        return new Lift(arm.Assistant, arm.Briefing, difference, verdict, reason);
    }

    /// <summary>The names of arms are fixed by <see cref="Briefing.Name"/>; arms other than these explain more than the spec does, or nothing.</summary>
    private static bool IsSpec(string briefing) => briefing == "spec" || briefing.StartsWith("spec:", StringComparison.Ordinal);
}
