using System.Text.Json;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What Copilot used: from the file that it writes at its end, or where it was ended before, from its journal. Input tokens hold the cached ones, and
/// output tokens the reasoning. What it calls cost are requests of a subscription, not money.
/// </summary>
internal static class CopilotUsage
{
    /// <summary>The sum over all models; <see langword="null"/> when neither says anything.</summary>
    public static Usage? Read(IEnumerable<byte[]> totals, IEnumerable<byte[]> journals)
    {
        Usage? sum = null;
        foreach (var file in totals)
        {
            JsonValues.Read(file, json =>
            {
                if (json.Field("modelMetrics") is { ValueKind: JsonValueKind.Object } models)
                    sum = models.EnumerateObject().Select(model => Of(model.Value.Field("usage"), (int?)model.Value.Field("requests").Number("count"))).Aggregate(sum, Add);
            });
        }

        if (sum is not null)
            return sum;
        foreach (var file in journals)
        {
            JsonValues.Read(file, json =>
            {
                if (json.Text("type") == "session.usage_record")
                    sum = Add(sum, Of(json.Field("data").Field("usage"), 1) with { AtLeast = true });
            });
        }

        return sum;
    }

    private static Usage Add(Usage? sum, Usage more) => sum is null ? more : new(
        sum.InputTokens + more.InputTokens, sum.CachedInputTokens + more.CachedInputTokens, sum.CacheWriteTokens + more.CacheWriteTokens,
        sum.OutputTokens + more.OutputTokens, sum.ReasoningTokens + more.ReasoningTokens, null, (sum.Turns ?? 0) + (more.Turns ?? 0))
    { AtLeast = sum.AtLeast || more.AtLeast };

    private static Usage Of(JsonElement usage, int? turns)
    {
        var (read, written, reasoning) = (usage.Number("cacheReadTokens") ?? 0, usage.Number("cacheWriteTokens") ?? 0, usage.Number("reasoningTokens") ?? 0);
        return new(Math.Max(0, (usage.Number("inputTokens") ?? 0) - read - written), read, written, Math.Max(0, (usage.Number("outputTokens") ?? 0) - reasoning), reasoning, null, turns);
    }
}
