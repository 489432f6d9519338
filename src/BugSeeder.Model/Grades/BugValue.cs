using BugSeeder.Model.Scores;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>What one measure says about one bug (or the control that belongs to it) in one arm.</summary>
/// <param name="Bug">The bug.</param>
/// <param name="Cluster">The cluster it belongs to.</param>
/// <param name="Mean">The mean over its trials.</param>
/// <param name="Trials">How many trials have a value.</param>
internal sealed record BugValue(string Bug, string Cluster, double Mean, int Trials)
{
    /// <summary>
    /// The values of one measure, averaged within each bug, in ordinal order of the bugs. What could not be observed is left out, and so is a bug of which nothing was.
    /// </summary>
    public static IReadOnlyList<BugValue> Of(IEnumerable<Score> arm, MeasureDefinition measure, Clusters clusters) =>
    [
        .. arm
            .Where(score => IsTakenOn(score.Kind, measure.On))
            .Select(score => (score.Bug, Value: Observed(score, measure)))
            .Where(static trial => trial.Value is not null)
            .GroupBy(static trial => trial.Bug, static trial => trial.Value!.Value, StringComparer.Ordinal)
            .OrderBy(static bug => bug.Key, StringComparer.Ordinal)
            // Added up in order of size, so that the order of the trials does not show even in the last digit.
            .Select(bug => new BugValue(bug.Key, clusters.ClusterOf(bug.Key), bug.Order().Average(), bug.Count())),
    ];

    private static double? Observed(Score score, MeasureDefinition definition)
    {
        var measure = score.Measures.GetValueOrDefault(definition.Id);
        if (measure?.Value is not { } value || !double.IsFinite(value))
            return null;

        return definition.Scale == MeasureScale.Number ? value : measure.IsYes ? 1 : 0;
    }

    private static bool IsTakenOn(SubjectKind kind, MeasuredOn on) => kind switch
    {
        SubjectKind.Bug => on == MeasuredOn.Bugs,
        SubjectKind.CleanControl or SubjectKind.RefactorControl => on == MeasuredOn.Controls,
        _ => false,
    };
}
