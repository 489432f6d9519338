using System.Text.Json;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What Gemini used, from its statistics. Prompt tokens hold the cached ones; thoughts stand beside the answer. Its <c>stream-json</c> names no
/// thoughts, but they are in its total.
/// </summary>
internal static class GeminiUsage
{
    /// <summary>The sum over all models, and the model with the most.</summary>
    public static (Usage? Usage, string? Model) Read(JsonElement stats)
    {
        var models = stats.Field("models") is { ValueKind: JsonValueKind.Object } all ? all.EnumerateObject().Select(model => (model.Name, Usage: Of(model.Value))).ToList() : [];
        if (models.Count == 0)
            return (stats.Number("input_tokens") is null ? null : Of(stats), null);
        var sum = models.Select(model => model.Usage).Aggregate(static (sum, more) => new(
            sum.InputTokens + more.InputTokens, sum.CachedInputTokens + more.CachedInputTokens, 0, sum.OutputTokens + more.OutputTokens,
            sum.ReasoningTokens + more.ReasoningTokens, null, sum.Turns is null && more.Turns is null ? null : (sum.Turns ?? 0) + (more.Turns ?? 0)));
        return (sum, models.MaxBy(model => model.Usage.Tokens).Name);
    }

    private static Usage Of(JsonElement model)
    {
        var tokens = model.Field("tokens");
        if (tokens.ValueKind == JsonValueKind.Object)
        {
            var cached = tokens.Number("cached") ?? 0;
            return new(
                Math.Max(0, (tokens.Number("prompt") ?? tokens.Number("input") + cached ?? 0) - cached) + (tokens.Number("tool") ?? 0),
                cached, 0, tokens.Number("candidates") ?? 0, tokens.Number("thoughts") ?? 0, null, (int?)model.Field("api").Number("totalRequests"));
        }

        var (input, output, fromCache) = (model.Number("input_tokens") ?? 0, model.Number("output_tokens") ?? 0, model.Number("cached") ?? 0);
        return new(Math.Max(0, input - fromCache), fromCache, 0, output, Math.Max(0, (model.Number("total_tokens") ?? 0) - input - output), null, null);
    }
}
