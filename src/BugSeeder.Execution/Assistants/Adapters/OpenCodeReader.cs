using System.Text.Json;
using System.Text.RegularExpressions;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What opencode prints as <c>--format json</c>. There is no last event, so its steps are summed up; their kinds of tokens do not overlap.
/// A cost of 0 for tokens that were used means that it has no price for the model.
/// </summary>
internal sealed partial class OpenCodeReader : EventReader
{
    private readonly List<string> denied = [];
    private readonly List<string> answer = [];
    private Usage? usage;
    private string? answering;
    private string? reason;
    private bool started;

    /// <inheritdoc/>
    public override Usage? SoFar => Priced(usage);

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        var part = json.Field("part");
        switch (json.Text("type"))
        {
            case "step_start":
                started = true;
                reason = null;
                break;
            case "text":
                Said(part);
                break;
            case "reasoning":
                started = true;
                Steps.Reasoning(part.Text("text") ?? "");
                break;
            case "tool_use":
                Used(part);
                break;
            case "step_finish":
                Finished(part);
                break;
            case "error":
                Failed(json.Field("error"));
                break;
        }
    }

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output)
    {
        var error = Text(output.Process.Error);
        if (Rejected().Matches(error) is { Count: > 0 } rejected && denied.Count == 0)
            denied.AddRange(rejected.Select(match => match.Groups["tool"].Value));
        var done = reason is "stop" or "end_turn" or "length" or "content-filter";
        if (!done && Trouble is null)
            Trouble = Waited(output) ?? Blurted(output, error);
        return new(new(null, null, Steps.Entries, answer.Count > 0 ? string.Join('\n', answer) : Steps.LastMessage, SoFar, Errors))
        {
            Started = started || Trouble is not null,
            // It ends well without a word about it, and badly only after an error.
            Ended = done || (Trouble is null && output.Process.Succeeded && started),
            Trouble = Trouble,
            Said = reason == "content-filter" ? new(TrialOutcome.Refused, "The provider's filter stopped the answer.") : null,
            Denied = denied,
            ShowsSteps = started,
        };
    }

    private void Said(JsonElement part)
    {
        started = true;
        Trouble = null;
        var text = part.Text("text") ?? "";
        // One answer may come in several parts of one message.
        var message = part.Text("messageID");
        if (message is null || message != answering)
            answer.Clear();
        answering = message;
        answer.Add(text);
        Steps.Message(text);
    }

    private void Used(JsonElement part)
    {
        started = true;
        Trouble = null;
        var state = part.Field("state");
        var (input, metadata) = (state.Field("input"), state.Field("metadata"));
        var tool = part.Text("tool") ?? "";
        var id = part.Text("callID") ?? part.Text("id");
        var (kind, text) = tool switch
        {
            "bash" or "shell" => (EntryKind.Command, input.Text("command") ?? ""),
            "edit" or "write" or "patch" or "apply_patch" or "multiedit" => (EntryKind.Edit, input.Text("filePath") ?? input.Text("path") ?? metadata.Field("filediff").Text("file") ?? Patched(input) ?? state.Text("title") ?? ""),
            _ => (EntryKind.ToolCall, tool),
        };
        Steps.Call(id, kind, tool, text, input);
        var error = state.Text("error");
        var failed = state.Text("status") == "error" || error is not null;
        if (failed && Denial().IsMatch(error ?? ""))
            denied.Add(tool);
        if (state.Text("status") is not ("completed" or "error"))
            return;
        var exit = (int?)metadata.Number("exit");
        var patch = kind == EntryKind.Edit ? metadata.Text("diff") ?? metadata.Field("filediff").Text("patch") : null;
        Steps.Result(id, error ?? patch ?? state.Text("output") ?? metadata.Text("output"), failed || exit is not (null or 0), exit);
    }

    private void Finished(JsonElement part)
    {
        started = true;
        Trouble = null;
        reason = part.Text("reason");
        var (tokens, cost) = (part.Field("tokens"), part.Money("cost"));
        var (cache, sum) = (tokens.Field("cache"), usage ?? new(0, 0, 0, 0, 0, null, 0));
        usage = new(
            sum.InputTokens + (tokens.Number("input") ?? 0), sum.CachedInputTokens + (cache.Number("read") ?? 0), sum.CacheWriteTokens + (cache.Number("write") ?? 0),
            sum.OutputTokens + (tokens.Number("output") ?? 0), sum.ReasoningTokens + (tokens.Number("reasoning") ?? 0),
            cost is null ? sum.CostUsd : (sum.CostUsd ?? 0) + cost, sum.Turns + 1);
    }

    private void Failed(JsonElement error)
    {
        started = true;
        var (name, data) = (error.Text("name"), error.Field("data"));
        var message = data.Text("message") ?? error.Text("message") ?? error.AsText() ?? name ?? "It gave no reason.";
        var body = data.Text("responseBody");
        if (!Errors.Contains(message))
            Errors.Add(message);
        // A user's stop is no trouble of the provider's.
        var status = data.Number("statusCode");
        var code = name is "APIError" or "UnknownError" ? body is not null && BodyCode().Match(body) is { Success: true } match ? match.Groups["code"].Value : null : name;
        Trouble = name == "MessageAbortedError" ? null : new(status, code, message);
    }

    /// <summary>The request that it was repeating when it was ended: it had printed nothing, or was waiting for the model after its calls.</summary>
    private Trouble? Waited(AssistantOutput output) => !output.Process.Succeeded && (!started || reason == "tool-calls") ? Logged(output) : null;

    /// <summary>What it said about a start that failed.</summary>
    private static Trouble? Blurted(AssistantOutput output, string error) =>
        output.Process.ExitCode is not (null or 0) && Told().Match(error) is { Success: true } told ? new Trouble(TroubleKind.StatusIn(told.Value), null, told.Groups["message"].Value.Trim()) : null;

    /// <summary>The last failed request in its log.</summary>
    private static Trouble? Logged(AssistantOutput output)
    {
        foreach (var log in Evidence(output, ".log").Select(Text).Reverse())
        {
            if (LoggedError().Matches(log) is [.., var last])
                return new(TroubleKind.StatusIn(last.Value), null, last.Groups["message"].Value);
        }

        return null;
    }

    private static Usage? Priced(Usage? usage) => usage is { CostUsd: 0, Tokens: > 0 } ? usage with { CostUsd = null } : usage;

    private static string? Patched(JsonElement input) => PatchedFile().Match(input.Text("patchText") ?? input.Text("input") ?? "") is { Success: true } match ? match.Groups["file"].Value.Trim() : null;

    [GeneratedRegex(@"permission requested: (?<tool>\w+).*rejecting", RegexOptions.ExplicitCapture)]
    private static partial Regex Rejected();

    [GeneratedRegex(@"rejected permission|permission (was )?denied|prevents? you from using|specified a rule which", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Denial();

    [GeneratedRegex(@"""(code|type)"":\s*""(?<code>[a-zA-Z_]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex BodyCode();

    [GeneratedRegex(@"Error: (?<message>[^\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();

    [GeneratedRegex(@"error\.error=""(AI_\w+: )?(?<message>[^""\n]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex LoggedError();

    [GeneratedRegex(@"\*\*\* (Update|Add|Delete) File: (?<file>[^\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex PatchedFile();
}
