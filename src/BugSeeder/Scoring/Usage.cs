using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;

namespace BugSeeder.Scoring;

/// <summary>What a trial used, as measures; what an assistant does not say has no value.</summary>
internal static class Usage
{
    public static void Add(Evidence evidence, SortedDictionary<MeasureId, Measure> measures)
    {
        var transcript = evidence.Transcript;
        measures[MeasureId.Seconds] = new(evidence.Observation.Seconds, "wall time");
        if (transcript.Usage is { } usage)
        {
            measures[MeasureId.InputTokens] = new(usage.InputTokens + usage.CacheWriteTokens, "as the assistant reports");
            measures[MeasureId.CachedInputTokens] = new(usage.CachedInputTokens, "as the assistant reports");
            measures[MeasureId.OutputTokens] = new(usage.OutputTokens + usage.ReasoningTokens, "as the assistant reports");
            if (usage.CostUsd is { } cost)
                measures[MeasureId.CostUsd] = new((double)cost, usage.PricedBy is { } date ? $"by the price list of {date}" : "as the assistant reports");
        }

        if ((transcript.Usage?.Turns ?? transcript.Turns) is { } turns)
            measures[MeasureId.Turns] = new(turns, "as the assistant reports");

        if (transcript.Entries.Count == 0)
            return;
        measures[MeasureId.ToolCalls] = new(transcript.Entries.Count(entry => entry.Kind is EntryKind.ToolCall or EntryKind.Command or EntryKind.Edit), "as the transcript shows");
        var failed = transcript.Entries.Where(entry => entry is { Kind: EntryKind.Command, Failed: true }).ToList();
        measures[MeasureId.RepeatedFailures] = new(failed.Count - failed.DistinctBy(entry => entry.Text).Count(), "failing commands that were repeated unchanged");
    }
}
