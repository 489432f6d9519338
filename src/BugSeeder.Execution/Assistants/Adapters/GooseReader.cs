using System.Text.Json;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>What goose prints as <c>json</c>: one object with all messages and, in its metadata, the tokens.</summary>
internal sealed class GooseReader : EventReader
{
    private Usage? usage;
    private int turns;
    private bool ended;

    /// <inheritdoc/>
    public override Usage? SoFar => usage;

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        var messages = json.Items("messages").ToList();
        if (messages.Count == 0 && json.Field("message").ValueKind == JsonValueKind.Object)
            messages.Add(json.Field("message"));
        foreach (var message in messages)
            Message(message);
        if (json.Field("metadata") is not { ValueKind: JsonValueKind.Object } metadata)
            return;
        ended = true;
        var (input, output) = (metadata.Number("input_tokens") ?? metadata.Number("accumulated_input_tokens"), metadata.Number("output_tokens") ?? metadata.Number("accumulated_output_tokens"));
        if (input is not null || output is not null)
            usage = new(input ?? 0, 0, 0, output ?? 0, 0, null, turns);
    }

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output) => new(new(null, null, Steps.Entries, Steps.LastMessage, usage, Errors))
    {
        Started = turns > 0,
        Ended = ended || (turns > 0 && output.Process.Succeeded),
        Trouble = turns == 0 && output.Process is { ExitCode: not (null or 0) } && Text(output.Process.Error).Trim() is { Length: > 0 } said ? new(TroubleKind.StatusIn(said), null, said.Split('\n')[^1]) : null,
        ShowsSteps = turns > 0,
    };

    private void Message(JsonElement message)
    {
        var own = message.Text("role") == "assistant";
        turns += own ? 1 : 0;
        foreach (var part in message.Items("content"))
        {
            switch (part.Text("type"))
            {
                case "text" when own:
                    Steps.Message(part.Text("text") ?? "");
                    break;
                case "thinking":
                    Steps.Reasoning(part.Text("thinking") ?? "");
                    break;
                case "toolRequest":
                    Call(part.Text("id"), part.Field("toolCall").Field("value"));
                    break;
                case "toolResponse":
                    Steps.Result(
                        part.Text("id"),
                        string.Join('\n', part.Field("toolResult").Field("value").Items("content").Concat(part.Field("toolResult").Items("value")).Select(item => item.Text("text")).OfType<string>()),
                        part.Field("toolResult").Text("status") == "error");
                    break;
            }
        }
    }

    private void Call(string? id, JsonElement call)
    {
        var (tool, input) = (call.Text("name") ?? "", call.Field("arguments"));
        var (kind, text) = tool switch
        {
            "developer__shell" or "shell" => (EntryKind.Command, input.Text("command") ?? ""),
            "developer__text_editor" or "text_editor" when input.Text("command") is not "view" => (EntryKind.Edit, input.Text("path") ?? ""),
            "developer__text_editor" or "text_editor" => (EntryKind.ToolCall, "view"),
            _ => (EntryKind.ToolCall, tool),
        };
        Steps.Call(id, kind, text == "view" ? text : tool, text, input);
    }
}
