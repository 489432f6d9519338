using System.Text.Json;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What Codex prints as <c>--json</c>. Input tokens hold the cached ones and output tokens the reasoning; both are sums over the session, so the last
/// ones count. An item of type error may be a mere warning; what failed is told by <c>turn.failed</c> and by errors that nothing follows.
/// </summary>
internal sealed class CodexReader : EventReader
{
    private readonly List<string> denied = [];
    private readonly HashSet<string> calls = new(StringComparer.Ordinal);
    private Usage? usage;
    private bool started;
    private bool ended;

    /// <inheritdoc/>
    public override Usage? SoFar => calls.Count == 0 ? null : new(0, 0, 0, 0, 0, null, calls.Count) { AtLeast = true };

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        switch (json.Text("type"))
        {
            case "thread.started" or "turn.started":
                started = true;
                ended = false;
                break;
            case "item.started" or "item.updated" or "item.completed":
                started = true;
                Item(json.Field("item"), isNew: json.Text("type") == "item.started");
                break;
            case "turn.completed":
                started = ended = true;
                Trouble = null;
                usage = Total(json.Field("usage")) ?? usage;
                break;
            case "turn.failed":
                started = ended = true;
                Failed(json.Field("error").Text("message") ?? json.Field("error").AsText());
                break;
            case "error":
                started = true;
                Failed(json.Text("message"));
                break;
        }
    }

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output)
    {
        var journal = usage is null ? CodexJournal.Read(Evidence(output, ".jsonl")) : null;
        var used = usage is null ? journal : usage with { Turns = calls.Count };
        return new(new(null, null, Steps.Entries, Steps.LastMessage, used, Errors) { Turns = used?.Turns ?? (calls.Count > 0 ? calls.Count : null) })
        {
            Started = started,
            Ended = ended,
            Trouble = Trouble,
            Denied = denied,
            ShowsSteps = started,
        };
    }

    private void Item(JsonElement item, bool isNew)
    {
        var id = item.Text("id");
        var kind = item.Text("type") ?? item.Text("item_type");
        var failed = item.Text("status") is "failed" or "declined" or "denied";
        if (item.Text("status") is "declined" or "denied" && !isNew)
            denied.Add(kind == "file_change" ? "an edit" : item.Text("command") ?? kind ?? "?");
        // A command that ends says nothing about the model; one that begins was wished for by it.
        if (kind is not (null or "error") && (isNew || kind is not "command_execution"))
            Trouble = null;
        if (id is not null && kind is not (null or "error" or "reasoning"))
            calls.Add(id);
        switch (kind)
        {
            case "agent_message" or "assistant_message" when !isNew:
                Steps.Message(item.Text("text") ?? "");
                break;
            case "reasoning" when !isNew:
                Steps.Reasoning(item.Text("text") ?? "");
                break;
            case "command_execution":
                if (!Steps.Knows(id))
                    Steps.Call(id, EntryKind.Command, "shell", item.Text("command") ?? "", default);
                if (!isNew)
                    Steps.Result(id, item.Text("aggregated_output"), failed || item.Number("exit_code") is not (null or 0), (int?)item.Number("exit_code"));
                break;
            case "file_change":
                Change(id, item, failed, isNew);
                break;
            case "error":
                if (item.Text("message") is { } warning)
                    Errors.Add(warning);
                break;
            case not (null or "agent_message" or "assistant_message" or "reasoning"):
                if (!Steps.Knows(id))
                    Steps.Call(id, EntryKind.ToolCall, item.Text("tool") ?? kind, item.Text("tool") ?? item.Text("query") ?? kind, item);
                if (!isNew)
                    Steps.Result(id, item.Field("result").AsText() ?? item.Field("error").Text("message"), failed);
                break;
        }
    }

    private void Change(string? id, JsonElement item, bool failed, bool isNew)
    {
        var paths = item.Items("changes").Select(change => change.Text("path")).OfType<string>().ToList();
        if (!Steps.Knows(id))
        {
            Steps.Call(id, EntryKind.Edit, "apply_patch", paths.FirstOrDefault() ?? "", item.Field("changes"));
            Steps.EditedFiles(id, paths);
        }

        if (!isNew)
            Steps.Result(id, string.Join('\n', item.Items("changes").Select(change => change.Text("diff") ?? $"{change.Text("kind")} {change.Text("path")}")), failed);
    }

    private void Failed(string? message)
    {
        Trouble = new(TroubleKind.StatusIn(message), null, message ?? "It gave no reason.");
        if (message is not null && !Errors.Contains(message))
            Errors.Add(message);
    }

    /// <summary>Tokens as Codex counts them, taken apart; <see langword="null"/> when there are none.</summary>
    internal static Usage? Total(JsonElement tokens)
    {
        if (tokens.Number("input_tokens") is not { } input)
            return null;
        var cached = tokens.Number("cached_input_tokens") ?? 0;
        var written = tokens.Number("cache_write_input_tokens") ?? 0;
        var reasoning = tokens.Number("reasoning_output_tokens") ?? 0;
        return new(Math.Max(0, input - cached - written), cached, written, Math.Max(0, (tokens.Number("output_tokens") ?? 0) - reasoning), reasoning, null, null);
    }
}
