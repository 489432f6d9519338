using System.Text.Json;
using System.Text.RegularExpressions;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What aider prints is for people: its final text is all of it. Tokens and cost stand in the analytics log that it is told to write, one
/// <c>message_send</c> for every message; edits in lines such as <c>Applied edit to src/A.cs</c>.
/// </summary>
internal sealed partial class AiderReader : EventReader
{
    /// <inheritdoc/>
    public override Usage? SoFar => null;

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        // JSON on its standard output is the model's.
    }

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output)
    {
        var text = output.Process.OutputText;
        foreach (Match edit in Applied().Matches(text))
            Steps.Call(null, EntryKind.Edit, "aider", edit.Groups["file"].Value.Trim(), default);
        var (usage, model) = Used(output);
        var error = ApiError().Match(text + "\n" + output.Process.ErrorText);
        if (error.Success)
            Errors.Add(error.Value.Trim());
        return new(new(null, model, Steps.Entries, text.Trim() is { Length: > 0 } said ? said : null, usage, Errors))
        {
            Started = text.Length > 0,
            Ended = output.Process.Succeeded,
            // It ends with 0 after a failed request too.
            Trouble = error.Success && usage is null ? new(TroubleKind.StatusIn(error.Value), error.Groups["name"].Value, error.Value.Trim()) : null,
        };
    }

    private static (Usage? Usage, string? Model) Used(AssistantOutput output)
    {
        Usage? sum = null;
        string? model = null;
        foreach (var log in Evidence(output, "analytics.jsonl"))
        {
            JsonValues.Read(log, json =>
            {
                var sent = json.Field("properties");
                if (json.Text("event") != "message_send")
                    return;
                model = sent.Text("main_model") ?? model;
                sum = new(
                    (sum?.InputTokens ?? 0) + (sent.Number("prompt_tokens") ?? 0), 0, 0, (sum?.OutputTokens ?? 0) + (sent.Number("completion_tokens") ?? 0), 0,
                    sent.Money("cost") is { } cost ? (sum?.CostUsd ?? 0) + cost : sum?.CostUsd, (sum?.Turns ?? 0) + 1);
            });
        }

        return (sum, model);
    }

    [GeneratedRegex(@"^Applied edit to (?<file>[^\n]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Applied();

    [GeneratedRegex(@"^litellm\.(?<name>\w+(Error|Exception))[^\n]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ApiError();
}
