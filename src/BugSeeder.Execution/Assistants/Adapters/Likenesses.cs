using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>The forms of output that are understood, by the kind of assistant that prints them: a command of one's own may print like one of these.</summary>
internal static class Likenesses
{
    /// <summary>Makers of readers, by kind.</summary>
    public static IReadOnlyDictionary<string, Func<EventReader>> Readers { get; } = new Dictionary<string, Func<EventReader>>(StringComparer.Ordinal)
    {
        ["claude"] = () => new ClaudeCodeReader(),
        ["codex"] = () => new CodexReader(),
        ["gemini"] = () => new GeminiReader(),
        ["opencode"] = () => new OpenCodeReader(),
        ["copilot"] = () => new CopilotReader(),
        ["aider"] = () => new AiderReader(),
        ["cursor-agent"] = () => new CursorReader(),
        ["goose"] = () => new GooseReader(),
        ["qwen"] = () => new QwenReader(),
    };
}
