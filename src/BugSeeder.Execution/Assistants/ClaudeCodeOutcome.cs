using BugSeeder.Execution.Processes;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// Classes how Claude Code ended. Its exit code and its word "success" are not enough: it says success when a request failed,
/// and ends with 0 when it was denied every edit.
/// </summary>
internal static class ClaudeCodeOutcome
{
    public static (TrialOutcome Outcome, string Reason) Of(ProcessResult process, ClaudeCodeStream stream)
    {
        var (outcome, reason) = ProcessOutcome.Of(process);
        return process.End switch
        {
            ProcessEnd.NotStarted or ProcessEnd.TooMuchOutput or ProcessEnd.Stopped => (outcome, reason),
            // It had said all and was kept alive by something that it had started.
            ProcessEnd.Idle when stream.Result is { } result => OfResult(result, stream),
            // It was repeating a request that could not succeed, so this is not about the assistant.
            ProcessEnd.Idle or ProcessEnd.TimedOut => stream.Trouble is { } trouble ? OfTrouble(trouble, reason) : (outcome, reason),
            ProcessEnd.Exited when stream.Result is { } result => OfResult(result, stream),
            ProcessEnd.Exited when !stream.Started => (TrialOutcome.InfrastructureFault, $"It never started a session. {reason}"),
            ProcessEnd.Exited => (TrialOutcome.Crashed, $"It ended without its result. {reason}"),
            _ => throw new InvalidOperationException($"A process cannot end as {process.End}."),
        };
    }

    private static (TrialOutcome Outcome, string Reason) OfResult(ClaudeCodeResult result, ClaudeCodeStream stream)
    {
        var said = string.Join(" ", result.Errors);
        if (IsOverflow(result))
            return (TrialOutcome.ContextOverflow, said);
        return result.Subtype switch
        {
            "error_max_turns" => (TrialOutcome.TurnLimit, said),
            "error_max_budget_usd" => (TrialOutcome.OverBudget, said),
            _ when !result.IsError => OfSuccess(result, stream),
            "success" => OfTrouble(new(result.ApiStatus ?? stream.Trouble?.Status, stream.Trouble?.Error), said),
            _ => (TrialOutcome.Crashed, $"It ended as {result.Subtype}. {said}".TrimEnd()),
        };
    }

    private static (TrialOutcome Outcome, string Reason) OfSuccess(ClaudeCodeResult result, ClaudeCodeStream stream)
    {
        if (result.StopReason == "refusal")
            return (TrialOutcome.Refused, "The model refused.");
        // Denied once and edited all the same is a detour; denied and never edited is a trial that could not be worked on.
        var edited = stream.Transcript.Entries.Any(entry => entry is { Kind: EntryKind.Edit, Failed: false });
        return result.Denied.Count > 0 && !edited
            ? (TrialOutcome.PermissionDenied, $"It was denied {string.Join(", ", result.Denied.Distinct(StringComparer.Ordinal))}.")
            : (TrialOutcome.Completed, "It came to its own end.");
    }

    /// <summary>Classes an API error. An unknown model and an empty account are the user's to mend like a wrong key, so they stop the run the same way.</summary>
    private static (TrialOutcome Outcome, string Reason) OfTrouble(ClaudeCodeTrouble trouble, string said)
    {
        var reason = $"{said} ({trouble})".Replace(" ()", "", StringComparison.Ordinal);
        var outcome = trouble switch
        {
            { Status: 401 or 403 or 404 } or { Error: "authentication_failed" or "billing_error" or "oauth_org_not_allowed" or "model_not_found" } => TrialOutcome.Unauthenticated,
            { Status: 429 } or { Error: "rate_limit" } => TrialOutcome.RateLimited,
            { Error: "max_output_tokens" } => TrialOutcome.Crashed,
            _ when Says(said, "credit balance") || Says(said, "/login") => TrialOutcome.Unauthenticated,
            _ when Says(said, "usage limit") || Says(said, "hit your limit") => TrialOutcome.RateLimited,
            // Server errors, time-outs, broken connections, and requests that the provider does not understand.
            _ => TrialOutcome.InfrastructureFault,
        };
        return (outcome, reason);
    }

    private static bool IsOverflow(ClaudeCodeResult result) =>
        result.IsError && (result.TerminalReason == "prompt_too_long" || result.ApiStatus == 413 || result.Errors.Any(error => Says(error, "prompt is too long")));

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
