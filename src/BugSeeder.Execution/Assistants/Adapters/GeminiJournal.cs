using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>What Gemini used according to its own journal of the session, which has every answer with its tokens, some of them more than once.</summary>
internal static class GeminiJournal
{
    /// <summary>The sum over all answers, with their number as turns; <see langword="null"/> when there is none.</summary>
    public static Usage? Read(IEnumerable<byte[]> files)
    {
        var calls = new Dictionary<string, Usage>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            JsonValues.Read(file, json =>
            {
                var tokens = json.Field("tokens");
                if (json.Text("type") != "gemini" || json.Text("id") is not { } id || tokens.Number("input") is not { } input)
                    return;
                var cached = tokens.Number("cached") ?? 0;
                calls[id] = new(Math.Max(0, input - cached) + (tokens.Number("tool") ?? 0), cached, 0, tokens.Number("output") ?? 0, tokens.Number("thoughts") ?? 0, null, null);
            });
        }

        return calls.Count == 0 ? null : calls.Values.Aggregate(static (sum, more) => new(
            sum.InputTokens + more.InputTokens, sum.CachedInputTokens + more.CachedInputTokens, 0, sum.OutputTokens + more.OutputTokens, sum.ReasoningTokens + more.ReasoningTokens, null, null))
            with
        { Turns = calls.Count, AtLeast = true };
    }
}
