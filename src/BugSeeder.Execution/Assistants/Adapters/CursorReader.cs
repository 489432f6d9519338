using System.Text.Json;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>What Cursor's agent prints: Claude Code's form for messages and the result, and tool calls of its own. It says no tokens, and on failure nothing at all.</summary>
internal sealed class CursorReader : EventReader
{
    private readonly ClaudeCodeReader form = new();

    /// <inheritdoc/>
    public override Usage? SoFar => null;

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        if (json.Text("type") == "tool_call")
            Call(json);
        else
            form.Event(json);
    }

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output)
    {
        var reading = form.Finished(output);
        if (reading.Started || output.Process is not { ExitCode: not (null or 0) })
            return reading;
        var said = Text(output.Process.Error).Trim();
        return said.Length == 0 ? reading : reading with { Started = true, Trouble = new(TroubleKind.StatusIn(said), null, said.Split('\n')[0]) };
    }

    /// <summary>A call names its tool as the only key of an object, such as <c>shellToolCall</c> with its arguments and, once it is done, its result.</summary>
    private void Call(JsonElement json)
    {
        if (json.Field("tool_call") is not { ValueKind: JsonValueKind.Object } call || call.EnumerateObject().FirstOrDefault() is not { Value.ValueKind: JsonValueKind.Object } tool)
            return;
        var input = tool.Value.Field("args");
        var (kind, text) = tool.Name switch
        {
            "shellToolCall" => (EntryKind.Command, input.Text("command") ?? ""),
            "editToolCall" or "writeToolCall" or "deleteToolCall" => (EntryKind.Edit, input.Text("path") ?? ""),
            _ => (EntryKind.ToolCall, tool.Name),
        };
        var steps = form.Progress;
        var id = json.Text("call_id");
        if (!steps.Knows(id))
            steps.Call(id, kind, tool.Name, text, input);
        if (json.Text("subtype") != "completed")
            return;
        var (good, bad) = (tool.Value.Field("result").Field("success"), tool.Value.Field("result").Field("error"));
        var exit = (int?)good.Number("exitCode");
        steps.Result(id, good.Text("stdout") ?? good.Text("diffString") ?? good.Text("content") ?? bad.Text("errorMessage"), bad.ValueKind == JsonValueKind.Object || exit is not (null or 0), exit);
    }
}
