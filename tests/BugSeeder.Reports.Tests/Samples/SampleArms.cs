using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;

namespace BugSeeder.Reports.Tests.Samples;

/// <summary>Rates with Wilson intervals, so that the sample's figures agree with its trials.</summary>
internal static class SampleArms
{
    public static Arm Of(string assistant, string briefing, IReadOnlyList<TrialReport> trials) => new(
        assistant,
        briefing,
        MeasureCatalogue.All.ToDictionary(measure => measure.Id, measure => Estimate(measure, trials)),
        trials.GroupBy(trial => trial.Observation.Outcome).ToDictionary(group => group.Key, group => group.Count()));

    private static Estimate Estimate(MeasureDefinition measure, IReadOnlyList<TrialReport> trials)
    {
        double[] values = [.. trials.Where(trial => IsOn(measure, trial)).Select(trial => trial.Score?.Measures.GetValueOrDefault(measure.Id)?.Value).OfType<double>()];
        if (values.Length == 0)
            return Model.Grades.Estimate.Nothing;

        var mean = values.Average();
        return measure.Scale == MeasureScale.YesNo
            ? Wilson(mean, values.Length)
            : new(mean, values.Min(), values.Max(), values.Length, IntervalMethod.ClusterBootstrapT);
    }

    private static bool IsOn(MeasureDefinition measure, TrialReport trial) =>
        (trial.Challenge.Kind == SubjectKind.Bug) == (measure.On == MeasuredOn.Bugs);

    private static Estimate Wilson(double rate, int n)
    {
        const double z = 1.959964;
        var centre = (rate + (z * z / (2 * n))) / (1 + (z * z / n));
        var half = z * Math.Sqrt((rate * (1 - rate) / n) + (z * z / (4.0 * n * n))) / (1 + (z * z / n));
        return new(rate, Math.Max(0, centre - half), Math.Min(1, centre + half), n, IntervalMethod.Wilson);
    }
}
