namespace BugSeeder.Model.Trials;

/// <summary>What happened between the prompt and the answer, the same for every assistant.</summary>
/// <param name="Version">The assistant's version, where its output says it.</param>
/// <param name="Model">The model it used, where its output says it.</param>
/// <param name="Entries">Messages, tool calls and their results, in order.</param>
/// <param name="FinalText">Its last message; <see langword="null"/> when it never finished one.</param>
/// <param name="Usage">What it used; <see langword="null"/> where its output does not say.</param>
/// <param name="Errors">Errors that its output reports.</param>
public sealed record Transcript(
    string? Version,
    string? Model,
    IReadOnlyList<TranscriptEntry> Entries,
    string? FinalText,
    Usage? Usage,
    IReadOnlyList<string> Errors)
{
    /// <summary>The turns that its output shows, also where it does not say what they used; <see langword="null"/> where it does not show them.</summary>
    public int? Turns { get; init; }

    /// <summary>A transcript of an assistant whose output says nothing but its answer.</summary>
    public static Transcript OfText(string? finalText) => new(null, null, [], finalText, null, []);
}

/// <summary>What one entry of a transcript is.</summary>
public enum EntryKind
{
    /// <summary>Something the assistant said.</summary>
    Message,

    /// <summary>Reasoning that its output shows.</summary>
    Reasoning,

    /// <summary>A tool call other than a command or an edit.</summary>
    ToolCall,

    /// <summary>A shell command.</summary>
    Command,

    /// <summary>An edit or a new file.</summary>
    Edit,
}

/// <summary>One step of an assistant.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The message, the tool's name, the command line, or the edited path.</param>
/// <param name="Output">What came back; <see langword="null"/> when nothing did.</param>
/// <param name="Failed">Whether it failed; <see langword="null"/> when the output does not say.</param>
public sealed record TranscriptEntry(EntryKind Kind, string Text, string? Output, bool? Failed)
{
    /// <summary>The tool's name, for calls, commands and edits; <see langword="null"/> where the output does not say.</summary>
    public string? Tool { get; init; }

    /// <summary>What a tool was given, as the output has it; <see langword="null"/> for messages and where nothing is said.</summary>
    public string? Input { get; init; }

    /// <summary>A command's exit code; <see langword="null"/> where the output does not say.</summary>
    public int? ExitCode { get; init; }
}

/// <summary>What a trial used, normalised: the kinds never overlap.</summary>
/// <param name="InputTokens">Input tokens that were not read from a cache.</param>
/// <param name="CachedInputTokens">Input tokens read from a cache.</param>
/// <param name="CacheWriteTokens">Input tokens written to a cache.</param>
/// <param name="OutputTokens">Output tokens; reasoning not counted where the assistant tells it apart.</param>
/// <param name="ReasoningTokens">Reasoning tokens, where the assistant tells them apart; otherwise 0.</param>
/// <param name="CostUsd">Money in US dollars; <see langword="null"/> where the assistant does not say.</param>
/// <param name="Turns">Turns; <see langword="null"/> where the assistant does not say.</param>
public sealed record Usage(
    long InputTokens,
    long CachedInputTokens,
    long CacheWriteTokens,
    long OutputTokens,
    long ReasoningTokens,
    decimal? CostUsd,
    int? Turns)
{
    /// <summary>The date of the price list that the cost was worked out by; <see langword="null"/> where the assistant said it itself.</summary>
    public string? PricedBy { get; init; }

    /// <summary>Whether this is what was seen until it was ended, so that it may have used more.</summary>
    public bool AtLeast { get; init; }

    /// <summary>All tokens together.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long Tokens => InputTokens + CachedInputTokens + CacheWriteTokens + OutputTokens + ReasoningTokens;
}
