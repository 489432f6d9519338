using System.Text.Json;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>What Qwen Code prints: Claude Code's form, with input tokens that hold the cached ones, and Gemini's exit codes, of which it came.</summary>
internal sealed class QwenReader : EventReader
{
    private const int TurnsUsedUp = 53;

    private readonly ClaudeCodeReader form = new(inputHoldsCached: true);

    /// <inheritdoc/>
    public override Usage? SoFar => form.SoFar;

    /// <inheritdoc/>
    public override void Event(JsonElement json) => form.Event(json);

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output)
    {
        var reading = form.Finished(output);
        return output.Process.ExitCode switch
        {
            TurnsUsedUp => reading with { Started = true, Said = new(TrialOutcome.TurnLimit, "It used up its turns.") },
            1 when !reading.Ended && reading.Trouble is null && FirstLine(Text(output.Process.Error)) is { Length: > 0 } line => reading with { Started = true, Trouble = new(TroubleKind.StatusIn(line), null, line) },
            _ => reading,
        };
    }

    private static string FirstLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
}
