using BugSeeder.Model.Scores;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>What an arm shows beyond its single measures.</summary>
internal static class ArmFiguring
{
    private const int Bands = 5;

    /// <summary>The figures of one arm.</summary>
    /// <param name="arm">Its scores.</param>
    /// <param name="clusters">Which bugs belong together.</param>
    /// <param name="confidence">What each trial stated, for those that did.</param>
    public static ArmFigures Of(IReadOnlyList<Score> arm, Clusters clusters, IReadOnlyDictionary<TrialKey, double> confidence)
    {
        var detected = BugValue.Of(arm, MeasureCatalogue.Of(MeasureId.Detected), clusters);
        var alarms = BugValue.Of(arm, MeasureCatalogue.Of(MeasureId.FalseAlarms), clusters);
        return new(
            Estimates.OfSeparate(Estimates.OfRate(detected), Estimates.OfRate(alarms)),
            Consistent(BugValue.Of(arm, MeasureCatalogue.Of(MeasureId.CleanFix), clusters)),
            Calibrated(arm, confidence));
    }

    private static Consistency? Consistent(IReadOnlyList<BugValue> fixes)
    {
        if (fixes.Count == 0 || fixes.Min(static bug => bug.Trials) is var k && k < 2)
            return null;

        Estimate Over(Func<int, int, int, double> share) => Estimates.OfRate([.. fixes.Select(bug => bug with { Mean = share((int)Math.Round(bug.Mean * bug.Trials), bug.Trials, k) })]);
        return new(k, Over(Repeats.All), Over(Repeats.Any));
    }

    private static Calibration? Calibrated(IReadOnlyList<Score> arm, IReadOnlyDictionary<TrialKey, double> confidence)
    {
        var stated = arm.Where(score => score.Kind == SubjectKind.Bug && confidence.ContainsKey(score.Trial) && score.Measures.GetValueOrDefault(MeasureId.Detected)?.Value is not null)
            .Select(score => (Confidence: confidence[score.Trial], Right: score.Measures[MeasureId.Detected].IsYes ? 1.0 : 0)).ToList();
        if (stated.Count == 0)
            return null;

        IReadOnlyList<ConfidenceBand> bands =
        [
            .. stated.GroupBy(static trial => Math.Min(Bands - 1, (int)(trial.Confidence * Bands))).OrderBy(static band => band.Key)
                .Select(static band => new ConfidenceBand((double)band.Key / Bands, (band.Key + 1.0) / Bands, band.Average(static trial => trial.Confidence), band.Average(static trial => trial.Right), band.Count())),
        ];
        return new(bands, bands.Sum(band => Math.Abs(band.Confidence - band.Right) * band.Trials) / stated.Count);
    }
}
