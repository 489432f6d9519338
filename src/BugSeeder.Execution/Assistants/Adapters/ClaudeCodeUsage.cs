using System.Text.Json;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What Claude Code used. Its <c>modelUsage</c> is the sum over all models and all calls; <c>usage</c> leaves out the last call when the budget
/// stops it, so it only stands in. In both, input, cache reads and cache writes do not overlap; reasoning is part of the output.
/// Until the end there are only the calls themselves, whose output is counted when they begin.
/// </summary>
internal sealed class ClaudeCodeUsage(bool inputHoldsCached)
{
    private readonly Dictionary<string, Usage> calls = new(StringComparer.Ordinal);

    /// <summary>The sum of the calls that were seen; <see langword="null"/> before the first.</summary>
    public Usage? SoFar => calls.Count == 0 ? null : calls.Values.Aggregate(static (sum, call) => new(
        sum.InputTokens + call.InputTokens, sum.CachedInputTokens + call.CachedInputTokens, sum.CacheWriteTokens + call.CacheWriteTokens, sum.OutputTokens + call.OutputTokens, 0, null, null))
        with
    { Turns = calls.Count, AtLeast = true };

    /// <summary>The total that it said at its end; <see langword="null"/> before that.</summary>
    public Usage? Final { get; private set; }

    /// <summary>The model that it said it used most, where it named one.</summary>
    public string? Model { get; private set; }

    /// <summary>Takes the message of one call. A call with several blocks comes as several messages of one id.</summary>
    public void Call(JsonElement message)
    {
        if (message.Field("usage") is { ValueKind: JsonValueKind.Object } usage && message.Text("id") is { } id)
            calls[id] = Tokens(usage, null, null);
    }

    /// <summary>Takes the result.</summary>
    public void Total(JsonElement result, string subtype)
    {
        var cost = result.Money("total_cost_usd");
        // On the turn limit it counts the turn that it did not take.
        var turns = (int?)(result.Number("num_turns") - (subtype == "error_max_turns" ? 1 : 0));
        var models = result.Field("modelUsage") is { ValueKind: JsonValueKind.Object } all ? all.EnumerateObject().ToList() : [];
        if (models.Count > 0)
        {
            long Sum(string name) => models.Sum(model => model.Value.Number(name) ?? 0);
            Model = models.MaxBy(model => model.Value.Number("outputTokens") ?? 0).Name;
            Final = new(Sum("inputTokens"), Sum("cacheReadInputTokens"), Sum("cacheCreationInputTokens"), Sum("outputTokens"), 0, cost, turns);
        }
        else if (result.Field("usage") is { ValueKind: JsonValueKind.Object } usage)
        {
            Final = Tokens(usage, cost, turns);
        }
        else if (cost is not null)
        {
            // Money without tokens was spent all the same.
            Final = (SoFar ?? new(0, 0, 0, 0, 0, null, null)) with { CostUsd = cost, Turns = turns, AtLeast = true };
        }
    }

    private Usage Tokens(JsonElement usage, decimal? cost, int? turns)
    {
        var cached = usage.Number("cache_read_input_tokens") ?? 0;
        var input = usage.Number("input_tokens") ?? 0;
        return new(inputHoldsCached ? Math.Max(0, input - cached) : input, cached, usage.Number("cache_creation_input_tokens") ?? 0, usage.Number("output_tokens") ?? 0, 0, cost, turns);
    }
}
