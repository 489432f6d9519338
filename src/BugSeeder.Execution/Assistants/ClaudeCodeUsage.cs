using System.Text.Json;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// What Claude Code used. Its <c>modelUsage</c> is the sum over all models and all calls; <c>usage</c> leaves out the last call when the budget
/// stops it, so it only stands in. In both, input, cache reads and cache writes do not overlap; reasoning is part of the output.
/// </summary>
internal static class ClaudeCodeUsage
{
    public static Usage? Read(JsonElement result, string subtype)
    {
        var cost = result.Money("total_cost_usd");
        // On the turn limit it counts the turn that it did not take.
        var turns = (int?)(result.Number("num_turns") - (subtype == "error_max_turns" ? 1 : 0));
        var models = result.Field("modelUsage") is { ValueKind: JsonValueKind.Object } all
            ? all.EnumerateObject().Select(model => model.Value).ToList()
            : [];
        if (models.Count > 0)
        {
            long Sum(string name) => models.Sum(model => model.Number(name) ?? 0);
            return new(Sum("inputTokens"), Sum("cacheReadInputTokens"), Sum("cacheCreationInputTokens"), Sum("outputTokens"), 0, cost, turns);
        }

        var usage = result.Field("usage");
        return usage.ValueKind == JsonValueKind.Object
            ? new(
                usage.Number("input_tokens") ?? 0,
                usage.Number("cache_read_input_tokens") ?? 0,
                usage.Number("cache_creation_input_tokens") ?? 0,
                usage.Number("output_tokens") ?? 0,
                0,
                cost,
                turns)
            : null;
    }
}
