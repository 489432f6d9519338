using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What Claude Code prints as <c>json</c> and <c>stream-json</c>, and what others print that copied its form.
/// Its exit code and its word "success" are not enough: it says success when a request failed, and ends with 0 when it was denied every edit.
/// </summary>
internal sealed partial class ClaudeCodeReader : EventReader
{
    private readonly List<string> denied = [];
    private readonly ClaudeCodeUsage usage;
    private string? version;
    private string? model;
    private string? final;
    private Ending? said;
    private bool started;
    private bool streamed;
    private bool ended;

    /// <param name="inputHoldsCached">Whether its count of input tokens holds the cached ones too, as in copies of its form.</param>
    public ClaudeCodeReader(bool inputHoldsCached = false) => usage = new(inputHoldsCached);

    /// <inheritdoc/>
    public override Usage? SoFar => usage.SoFar;

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        switch (json.Text("type"))
        {
            case "system":
                System(json);
                break;
            case "assistant":
                Assistant(json);
                break;
            case "user":
                Results(json);
                break;
            case "result":
                Result(json);
                break;
            default:
                return;
        }

        started = true;
    }

    /// <summary>Its steps, for readers of forms that are like it.</summary>
    public Steps Progress => Steps;

    /// <summary>What it all comes to, for readers of forms that are like it.</summary>
    public StreamReading Finished(AssistantOutput output) => Finish(output);

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output) =>
        new(new(version, model ?? usage.Model, Steps.Entries, final ?? Steps.LastMessage, usage.Final ?? usage.SoFar, Errors))
        {
            Started = started,
            Ended = ended,
            Trouble = Trouble,
            Said = said,
            Denied = denied,
            ShowsSteps = streamed,
        };

    private void System(JsonElement json)
    {
        switch (json.Text("subtype"))
        {
            case "init":
                version = json.Text("claude_code_version") ?? json.Text("qwen_code_version") ?? version;
                model = json.Text("model") ?? model;
                Steps.Folder = json.Text("cwd") ?? Steps.Folder;
                streamed = true;
                break;
            case "api_retry":
                Trouble = new(json.Number("error_status"), json.Text("error"), null);
                Errors.Add($"Request failed and was tried again: {Trouble}");
                break;
        }
    }

    private void Assistant(JsonElement json)
    {
        streamed = true;
        // It puts an API error into the mouth of a synthetic model; that is an error, not something the assistant said.
        if (json.Text("error") is { } error)
        {
            Trouble = new(Trouble?.Status, error, null);
            return;
        }

        Trouble = null;
        var message = json.Field("message");
        usage.Call(message);
        if (message.Field("content").AsText() is { } plain)
            Steps.Message(plain);
        foreach (var block in message.Items("content"))
        {
            switch (block.Text("type"))
            {
                case "text":
                    Steps.Message(block.Text("text") ?? "");
                    break;
                case "thinking":
                    Steps.Reasoning(block.Text("thinking") ?? "");
                    break;
                case "tool_use":
                    Call(block);
                    break;
            }
        }
    }

    private void Call(JsonElement block)
    {
        var input = block.Field("input");
        var tool = block.Text("name") ?? "";
        var path = input.Text("file_path") ?? input.Text("notebook_path") ?? input.Text("path");
        var (kind, text) = tool switch
        {
            "Bash" or "run_shell_command" => (EntryKind.Command, input.Text("command") ?? ""),
            "Edit" or "Write" or "MultiEdit" or "NotebookEdit" or "edit" or "write_file" or "replace" => (EntryKind.Edit, path ?? ""),
            _ => (EntryKind.ToolCall, tool),
        };
        Steps.Call(block.Text("id"), kind, tool, text, input);
    }

    private void Results(JsonElement json)
    {
        var details = json.Field("tool_use_result");
        foreach (var block in json.Field("message").Items("content").Where(block => block.Text("type") == "tool_result"))
        {
            var failed = block.Flag("is_error");
            var content = Content(block);
            var exit = !failed ? 0 : ExitCode().Match(content ?? "") is { Success: true } match ? int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture) : (int?)null;
            var id = block.Text("tool_use_id");
            Steps.Result(id, (failed ? null : Patch(details)) ?? content, failed, Steps.IsCommand(id) ? exit : null);
        }
    }

    private void Result(JsonElement json)
    {
        ended = true;
        var subtype = json.Text("subtype") ?? "";
        var isError = json.Flag("is_error") || subtype.StartsWith("error", StringComparison.Ordinal);
        var text = json.Text("result");
        usage.Total(json, subtype);
        var errors = json.Items("errors").Select(error => error.AsText()).Append(json.Field("error").AsText() ?? json.Field("error").Text("message")).OfType<string>().ToList();
        denied.AddRange(json.Items("permission_denials").Select(denial => denial.Text("tool_name") ?? "?"));
        if (!isError)
        {
            Trouble = null;
            final = text is { Length: > 0 } ? text : null;
            Errors.AddRange(errors);
            said = json.Text("stop_reason") == "refusal" ? new(TrialOutcome.Refused, "The model refused.") : null;
            return;
        }

        if (text is not null)
            errors.Add(text);
        Errors.AddRange(errors);
        var reason = string.Join(" ", errors);
        var status = json.Number("api_error_status") ?? Trouble?.Status;
        said = (subtype, json.Text("terminal_reason")) switch
        {
            ("error_max_turns", _) or (_, "max_turns") => new(TrialOutcome.TurnLimit, Or(reason, "It used up its turns.")),
            ("error_max_budget_usd", _) => new(TrialOutcome.OverBudget, Or(reason, "It used up its money.")),
            (_, "prompt_too_long") => new(TrialOutcome.ContextOverflow, reason),
            ("success" or "", _) => null,
            _ when status is not null || TroubleKind.StatusIn(reason) is not null => null,
            _ => new(TrialOutcome.Crashed, $"It ended as {subtype}. {reason}".TrimEnd()),
        };
        Trouble = said is null ? new(status, Trouble?.Code, Or(reason, $"It ended as {subtype}.")) : null;
    }

    private static string Or(string text, string other) => text.Length > 0 ? text : other;

    /// <summary>A tool's result is a string, or a list of blocks of which the texts count.</summary>
    private static string? Content(JsonElement block) => block.Text("content") ?? (block.Items("content").ToList() is { Count: > 0 } parts
        ? string.Join('\n', parts.Select(part => part.Text("text")).OfType<string>())
        : null);

    /// <summary>What an edit changed, as the lines of a patch; <see langword="null"/> when this is no edit's result.</summary>
    private static string? Patch(JsonElement details)
    {
        var hunks = details.Items("structuredPatch").ToList();
        return hunks.Count == 0
            ? null
            : string.Join('\n', hunks.SelectMany(hunk => hunk.Items("lines")).Select(line => line.AsText()).OfType<string>());
    }

    [GeneratedRegex(@"^(Error: )?Exit code:? (?<code>\d{1,3})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ExitCode();
}
