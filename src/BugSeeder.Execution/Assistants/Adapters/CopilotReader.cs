using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>What Copilot prints as <c>--output-format json</c>: large, and without tokens, which are in a file beside it.</summary>
internal sealed partial class CopilotReader : EventReader
{
    private readonly List<string> denied = [];
    private readonly Dictionary<string, string> unfinished = new(StringComparer.Ordinal);
    private string? model;
    private int calls;
    private int messages;
    private bool started;
    private bool ended;

    /// <inheritdoc/>
    public override Usage? SoFar => Turns == 0 ? null : new(0, 0, 0, 0, 0, null, Turns) { AtLeast = true };

    private int Turns => Math.Max(calls, messages);

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        var data = json.Field("data");
        switch (json.Text("type"))
        {
            case "session.tools_updated" or "session.start" or "model.call_start":
                model = data.Text("model") ?? model;
                break;
            case "model.call_finished" when data.Text("outcome") == "success":
                calls++;
                Trouble = null;
                break;
            case "model.call_failure":
                Trouble = new(data.Number("statusCode"), data.Text("errorType") ?? data.Text("errorCode"), data.Text("errorMessage")?.Trim('"'));
                break;
            case "assistant.message_delta" when data.Text("messageId") is { } id:
                unfinished[id] = unfinished.GetValueOrDefault(id) + data.Text("deltaContent");
                break;
            case "assistant.message":
                Said(data);
                break;
            case "assistant.reasoning":
                Steps.Reasoning(data.Text("content") ?? "");
                break;
            case "tool.execution_start":
                Call(data);
                break;
            case "tool.execution_complete":
                Result(data);
                break;
            case "session.error":
                Failed(data);
                break;
            case "result":
                ended = true;
                break;
            case null:
                return;
        }

        started = true;
    }

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output)
    {
        foreach (var text in unfinished.Values)
            Steps.Message(text);
        if (!started && output.Process is { ExitCode: not (null or 0) } && Text(output.Process.Error) is { Length: > 0 } error)
        {
            var line = FirstLine().Match(error).Value.Trim();
            Errors.Add(line);
            Trouble = TroubleKind.Of(new(null, null, error)) == TrialOutcome.InfrastructureFault ? null : new(null, null, line);
        }

        var usage = CopilotUsage.Read(Evidence(output, "usage.json"), Evidence(output, "events.jsonl"));
        return new(new(null, model, Steps.Entries, Steps.LastMessage, usage, Errors) { Turns = usage?.Turns ?? (Turns > 0 ? Turns : null) })
        {
            Started = started || Trouble is not null,
            Ended = ended,
            Trouble = Trouble,
            Denied = denied,
            ShowsSteps = started,
        };
    }

    private void Said(JsonElement data)
    {
        if (data.Text("messageId") is { } id)
            unfinished.Remove(id);
        model = data.Text("model") ?? model;
        if (data.Text("model") is not null)
        {
            messages++;
            Trouble = null;
        }

        Steps.Reasoning(data.Text("reasoningText") ?? "");
        Steps.Message(data.Text("content") ?? "");
    }

    private void Call(JsonElement data)
    {
        var (tool, input) = (data.Text("toolName") ?? "", data.Field("arguments"));
        var (kind, text) = tool switch
        {
            "bash" or "powershell" or "shell" or "local_shell" => (EntryKind.Command, input.Text("command") ?? ""),
            "edit" or "create" or "str_replace" or "str_replace_editor" or "write" or "apply_patch" => (EntryKind.Edit, input.Text("path") ?? input.Text("file_path") ?? ""),
            _ => (EntryKind.ToolCall, tool),
        };
        Steps.Call(data.Text("toolCallId"), kind, tool, text, input);
    }

    private void Result(JsonElement data)
    {
        var (id, error, result) = (data.Text("toolCallId"), data.Field("error"), data.Field("result"));
        var failed = data.Field("success").ValueKind == JsonValueKind.False;
        if (failed && (error.Text("code") is "denied" or "rejected" || Denial().IsMatch(error.Text("message") ?? "")))
            denied.Add(Steps.ToolOf(id) ?? "a tool");
        var content = result.Text("content");
        var exit = data.Field("shellExecution").Number("exitCode")
            ?? (Completed().Match(content ?? "") is { Success: true } match ? long.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture) : null);
        var edits = data.Items("fileEdits").Select(edit => edit.Text("path")).OfType<string>().ToList();
        Steps.Result(id, error.Text("message") ?? (edits.Count > 0 ? result.Text("detailedContent")?.Trim('\n') : null) ?? content, failed || exit is not (null or 0), (int?)exit);
        if (!failed)
            Steps.EditedFiles(id, edits);
    }

    private void Failed(JsonElement data)
    {
        var message = data.Text("message") ?? "It gave no reason.";
        if (!Errors.Contains(message))
            Errors.Add(message);
        // It knows a request's status, or said it with the request before.
        Trouble = new(data.Number("statusCode") ?? Trouble?.Status, data.Text("errorType") is "query" or null ? null : data.Text("errorType"), message);
    }

    [GeneratedRegex(@"^\s*[^\n]*")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"permission denied|denied by|not allowed", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    [GeneratedRegex(@"<shellId: \S+ completed with exit code (?<code>\d+)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Completed();
}
