using BugSeeder.Assisting;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>What trials can be expected to cost and take, by what earlier trials of the same assistant on the same target did.</summary>
internal static class PastTrials
{
    /// <summary>So many of the latest runs are looked at.</summary>
    private const int Runs = 5;

    /// <summary>Money in US dollars, hours, and what both rest on.</summary>
    public static (decimal? CostUsd, double? Hours, string From) Expect(TargetStore store, IReadOnlyList<IAssistant> assistants, int perAssistant, int parallel)
    {
        var past = store.Runs.TakeLast(Runs).Select(id => new RunFolder(store.Run(id))).SelectMany(folder => folder.ReadTrials()).Where(trial => trial.Score is not null)
            .ToLookup(trial => trial.Observation.Trial.Assistant, StringComparer.Ordinal);
        if (assistants.FirstOrDefault(assistant => !past[assistant.Name].Any()) is { } unknown)
            return (null, null, $"not known: {unknown.Name} has no earlier trials here");

        var hours = assistants.Sum(assistant => past[assistant.Name].Average(trial => trial.Observation.Seconds) * perAssistant) / 3600 / parallel;
        var costs = assistants.Where(assistant => !Assistants.References.Contains(assistant.Name)).Select(assistant => Cost(past[assistant.Name])).ToList();
        var from = $"by {assistants.Sum(assistant => past[assistant.Name].Count())} earlier trials";
        return costs.Contains(null)
            ? (null, hours, $"{from}; what they cost was not said")
            : ((decimal)costs.Sum(cost => cost!.Value * perAssistant), hours, from);
    }

    private static double? Cost(IEnumerable<TrialReport> trials)
    {
        var costs = trials.Select(trial => trial.Score!.Measures.GetValueOrDefault(MeasureId.CostUsd)?.Value).OfType<double>().ToList();
        return costs.Count == 0 ? null : costs.Average();
    }
}
