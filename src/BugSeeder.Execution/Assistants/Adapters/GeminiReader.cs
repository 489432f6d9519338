using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What Gemini prints as <c>stream-json</c>, or as one object with <c>json</c>, where errors go to standard error. Its exit codes say more than
/// its words: 41 no login, 53 turns, 55 a folder it does not trust, and for a failed request its HTTP status, of which a process keeps the low byte.
/// </summary>
internal sealed partial class GeminiReader : EventReader
{
    private const int LowByte = 256;

    private readonly List<string> denied = [];
    private string? model;
    private string? final;
    private Usage? usage;
    private bool? looksOnly;
    private Ending? said;
    private bool started;
    private bool streamed;
    private bool ended;
    private bool calling;
    private bool speaking;
    private int turns;

    /// <inheritdoc/>
    public override Usage? SoFar => turns == 0 ? null : new(0, 0, 0, 0, 0, null, turns) { AtLeast = true };

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        switch (json.Text("type"))
        {
            case "init":
                (started, streamed) = (true, true);
                model = json.Text("model") ?? model;
                break;
            case "message" when json.Text("role") is "assistant" or "model":
                Said(json);
                break;
            case "tool_use":
                Call(json);
                break;
            case "tool_result":
                Result(json);
                break;
            case "result":
                End(json);
                break;
            case "error":
                started = true;
                Failed(json.Text("message") ?? json.Field("error").Text("message"), json.Field("error").Text("type"), null);
                break;
            case null:
                Whole(json);
                break;
        }
    }

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output)
    {
        var waits = !ended && !calling;
        var exit = output.Process.ExitCode;
        if (said is null && (exit is not (null or 0) || waits))
            StandardError(Text(output.Process.Error), exit);
        usage ??= GeminiJournal.Read(Evidence(output, ".jsonl"));
        return new(new(null, model, Steps.Entries, final ?? Steps.LastMessage, usage is { Turns: null } ? usage with { Turns = turns } : usage, Errors) { Turns = usage?.Turns ?? (turns > 0 ? turns : null) })
        {
            Started = started || said is not null || Trouble is not null,
            Ended = ended,
            Trouble = said is null ? Trouble : null,
            Said = said,
            Denied = denied,
            ShowsSteps = streamed || looksOnly == true,
        };
    }

    private void Said(JsonElement json)
    {
        (started, streamed) = (true, true);
        Trouble = null;
        if (!speaking && !calling)
            turns++;
        var text = json.Text("content") ?? "";
        if (speaking && json.Flag("delta"))
            Steps.MessagePart(text);
        else
            Steps.Message(text);
        speaking = true;
    }

    private void Call(JsonElement json)
    {
        (started, streamed) = (true, true);
        Trouble = null;
        if (!calling && !speaking)
            turns++;
        (calling, speaking) = (true, false);
        var tool = json.Text("tool_name") ?? "";
        var input = json.Field("parameters");
        var (kind, text) = KindOf(tool) switch
        {
            EntryKind.Command => (EntryKind.Command, input.Text("command") ?? ""),
            EntryKind.Edit => (EntryKind.Edit, input.Text("file_path") ?? input.Text("path") ?? ""),
            var other => (other, tool),
        };
        Steps.Call(json.Text("tool_id"), kind, tool, text, input);
    }

    private void Result(JsonElement json)
    {
        (calling, speaking) = (false, false);
        var failed = json.Text("status") is not (null or "success");
        var error = json.Field("error").Text("message");
        var output = json.Text("output") ?? error;
        var exit = ExitCode().Match(output ?? "") is { Success: true } match ? int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture) : (int?)null;
        if (failed && Denial().IsMatch($"{json.Field("error").Text("type")} {error} {output}"))
            denied.Add(Steps.ToolOf(json.Text("tool_id")) ?? "a tool");
        Steps.Result(json.Text("tool_id"), output, failed || exit is not (null or 0), exit);
    }

    private void End(JsonElement json)
    {
        started = ended = true;
        Counts(json.Field("stats"));
        if (json.Text("status") is null or "success")
        {
            Trouble = null;
            return;
        }

        var error = json.Field("error");
        Failed(error.Text("message"), error.Text("type"), error.Number("code"));
    }

    /// <summary>The one object that <c>json</c> prints, and the one that goes to standard error when it fails.</summary>
    private void Whole(JsonElement json)
    {
        if (json.Field("error") is { ValueKind: JsonValueKind.Object } error)
            Failed(error.Text("message"), error.Text("type"), error.Number("code"));
        if (json.Field("response").ValueKind == JsonValueKind.Undefined && json.Field("stats").ValueKind != JsonValueKind.Object)
            return;
        started = ended = true;
        final = json.Text("response") is { Length: > 0 } text ? text : null;
        Counts(json.Field("stats"));
    }

    private void Counts(JsonElement stats)
    {
        if (stats.ValueKind != JsonValueKind.Object)
            return;
        var counts = GeminiUsage.Read(stats);
        usage = counts.Usage ?? usage;
        // Its json names the model that answered, its stream the one that was asked for.
        model ??= counts.Model;
        if (stats.Field("tools").Field("totalDecisions").Number("reject") > 0)
            denied.Add("a tool");
        var names = stats.Field("tools").Field("byName");
        if (!streamed && names.ValueKind == JsonValueKind.Object)
            looksOnly = names.EnumerateObject().All(tool => KindOf(tool.Name) == EntryKind.ToolCall && !tool.Name.Contains("agent", StringComparison.Ordinal) || tool.Value.Number("success") == 0);
    }

    private void Failed(string? message, string? type, long? code)
    {
        started = true;
        if (message is not null)
            Errors.Add(message);
        if (type == "FatalTurnLimitedError" || code == 53)
            said = new(TrialOutcome.TurnLimit, message ?? "It used up its turns.");
        else
            Trouble = new(code is >= 400 and < 600 ? code : TroubleKind.StatusIn(message), type is "unknown" or "Error" ? null : type, message);
    }

    private void StandardError(string text, int? exit)
    {
        var message = Trouble?.Message ?? LastError(text);
        if (Trouble is null && message is not null)
            Errors.Add(message);
        var status = exit is >= 144 and < LowByte ? exit + LowByte : Trouble?.Status ?? (exit is 124 or 137 or 143 or 130 or null or 0 or 1 ? StatusOf(text) : null);
        switch (exit)
        {
            case 41:
                said = new(TrialOutcome.Unauthenticated, message ?? "It has no login.");
                break;
            case 53:
                said = new(TrialOutcome.TurnLimit, message ?? "It used up its turns.");
                break;
            case 55:
                said = new(TrialOutcome.InfrastructureFault, message ?? "It does not trust its folder.");
                break;
            default:
                if (status is not null || message is not null)
                    Trouble = new(status, Trouble?.Code, message);
                break;
        }
    }

    private static string? LastError(string text)
    {
        string? found = null;
        JsonValues.Read(System.Text.Encoding.UTF8.GetBytes(text), json => found = json.Field("error").Text("message") ?? found);
        return found ?? (Told().Matches(text) is [.., var last] ? last.Groups["message"].Value.Trim() : null);
    }

    private static long? StatusOf(string text) => Retried().Matches(text) is [.., var last] ? long.Parse(last.Groups["status"].Value, CultureInfo.InvariantCulture) : null;

    private static EntryKind KindOf(string tool) => tool switch
    {
        "run_shell_command" or "shell" => EntryKind.Command,
        "replace" or "write_file" or "edit" or "smart_edit" => EntryKind.Edit,
        _ => EntryKind.ToolCall,
    };

    [GeneratedRegex(@"denied|not allowed|requires? (user )?(confirmation|approval)|rejected|policy", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Denial();

    [GeneratedRegex(@"^Exit Code: (?<code>-?\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ExitCode();

    [GeneratedRegex(@"Error when talking to Gemini API[^\n]*?\.json (?<message>[^\n]+)|Attempt \d+ failed[^\n]*?Retrying with backoff\.\.\. (?<message>[^\n]+)|(?<message>Gemini CLI is not running in [^\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();

    [GeneratedRegex(@"Attempt \d+ failed with status (?<status>\d{3})|""code"": ?(?<status>[45]\d\d)|^\s*(status|code): (?<status>[45]\d\d)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Retried();
}
