using System.Text.Json;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>An API error as Claude Code names it.</summary>
/// <param name="Status">The HTTP status, where there was an answer.</param>
/// <param name="Error">Its word for it, such as <c>authentication_failed</c>.</param>
internal sealed record ClaudeCodeTrouble(long? Status, string? Error)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", new[] { Status is { } status ? $"HTTP {status}" : null, Error }.OfType<string>());
}

/// <summary>The last event of Claude Code's stream.</summary>
/// <param name="Subtype">Its word for how it ended; <c>success</c> even when a request failed.</param>
/// <param name="IsError">Whether it ended with an error, which is what to go by.</param>
/// <param name="Text">Its final text, or its message about an error.</param>
/// <param name="ApiStatus">The HTTP status of the request that failed.</param>
/// <param name="TerminalReason">Why it stopped.</param>
/// <param name="StopReason">Why the model stopped.</param>
/// <param name="Denied">The tools that it was not allowed to use, in order.</param>
/// <param name="Errors">Its error messages.</param>
/// <param name="Usage">What it used.</param>
internal sealed record ClaudeCodeResult(
    string Subtype,
    bool IsError,
    string? Text,
    long? ApiStatus,
    string? TerminalReason,
    string? StopReason,
    IReadOnlyList<string> Denied,
    IReadOnlyList<string> Errors,
    Usage? Usage)
{
    public static ClaudeCodeResult Read(JsonElement json)
    {
        var subtype = json.Text("subtype") ?? "";
        var isError = json.Flag("is_error") || subtype.StartsWith("error", StringComparison.Ordinal);
        var text = json.Text("result");
        List<string> errors = [.. json.Items("errors").Select(error => error.AsText()).OfType<string>()];
        if (isError && text is not null)
            errors.Add(text);
        return new(
            subtype,
            isError,
            text,
            json.Number("api_error_status"),
            json.Text("terminal_reason"),
            json.Text("stop_reason"),
            [.. json.Items("permission_denials").Select(denial => denial.Text("tool_name") ?? "?")],
            errors,
            ClaudeCodeUsage.Read(json, subtype));
    }
}
