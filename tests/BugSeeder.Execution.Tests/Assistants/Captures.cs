using System.Text.Json;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Assistants;

/// <summary>What the real command lines printed, case by case, and what is expected of it.</summary>
internal static class Captures
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "captures");
    private static readonly AssistantCatalogue Catalogue = new();

    /// <summary>Every case, as the kind and its name.</summary>
    public static IEnumerable<(string Kind, string Name)> All =>
        from kind in Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)
        from name in Directory.GetDirectories(Path.Combine(Root, kind)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)
        select (kind, name);

    public static IReadOnlyDictionary<string, Expectation> Expected(string kind) =>
        JsonSerializer.Deserialize<Dictionary<string, Expectation>>(File.ReadAllText(Path.Combine(Root, kind, "expected.json")), JsonSerializerOptions.Web)!;

    public static byte[] Output(string kind, string name) => File.ReadAllBytes(Path.Combine(Root, kind, name, "stdout"));

    public static Understood Understood(string kind, string name, byte[]? output = null)
    {
        string In(string file) => Path.Combine(Root, kind, name, file);
        var evidence = File.Exists(In("evidence.jsonl")) ? new Dictionary<string, byte[]> { ["evidence.jsonl"] = File.ReadAllBytes(In("evidence.jsonl")) } : [];
        return Catalogue.Kinds.Single(one => one.Name == kind).Understand!(
            AssistantOutput.Recorded(output ?? Output(kind, name), File.ReadAllBytes(In("stderr")), int.Parse(File.ReadAllText(In("exit_code"))), evidence));
    }

    public static Expectation Summary(Understood understood)
    {
        var (ending, transcript) = (understood.Ending, understood.Transcript);
        IReadOnlyList<string> Texts(EntryKind kind) => [.. transcript.Entries.Where(entry => entry.Kind == kind && entry.Failed != true).Select(entry => entry.Text)];
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(ending.Outcome.ToString()),
            transcript.FinalText,
            transcript.Usage is { } usage ? [usage.InputTokens, usage.CachedInputTokens, usage.CacheWriteTokens, usage.OutputTokens, usage.ReasoningTokens] : null,
            transcript.Usage?.Turns ?? transcript.Turns,
            transcript.Usage?.CostUsd is { } cost ? (double)Math.Round(cost, 5) : null,
            Texts(EntryKind.Command),
            Texts(EntryKind.Edit),
            transcript.Errors.Count);
    }
}

/// <summary>What is expected of a capture.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="FinalText">The final text.</param>
/// <param name="Tokens">Input, cached input, cache write, output and reasoning.</param>
/// <param name="Turns">The turns.</param>
/// <param name="Cost">The cost in US dollars, to five digits.</param>
/// <param name="Commands">Commands that did not fail.</param>
/// <param name="Edits">Files whose edit did not fail.</param>
/// <param name="Errors">How many errors and warnings are reported.</param>
internal sealed record Expectation(string Outcome, string? FinalText, long[]? Tokens, int? Turns, double? Cost, IReadOnlyList<string> Commands, IReadOnlyList<string> Edits, int Errors)
{
    public override string ToString() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
