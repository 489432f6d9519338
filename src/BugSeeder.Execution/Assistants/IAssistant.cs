using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>A coding assistant that can be given a workspace and a prompt.</summary>
public interface IAssistant
{
    /// <summary>Its name in arms and reports.</summary>
    string Name { get; }

    /// <summary>Which adapter drives it, such as <c>claude</c> or <c>command</c>.</summary>
    string Kind { get; }

    /// <summary>Whether it is BugSeeder's own and looks at nothing but what it is given, so that it may run where there is no sandbox.</summary>
    bool IsOurs { get; }

    /// <summary>Looks whether it can be started, without spending anything.</summary>
    Task<AssistantProbe> ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Lets it work in the workspace until it ends by itself or by its limits. Outcomes are values.</summary>
    /// <exception cref="Model.UserError">Every trial would fail the same way, such as when its program is not there; exit code 4.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; its processes were ended.</exception>
    Task<AssistantRun> RunAsync(AssistantTask task, CancellationToken cancellationToken);
}

/// <summary>What an assistant is given.</summary>
/// <param name="Trial">Which trial it is. Never passed on to an assistant's process.</param>
/// <param name="Workspace">The folder it works in.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="PrivateFolder">An empty folder outside the workspace for its configuration, its home and its answer file.</param>
/// <param name="Limits">What it may use.</param>
public sealed record AssistantTask(TrialKey Trial, string Workspace, string Prompt, string PrivateFolder, AssistantLimits Limits)
{
    /// <summary>What runs its program.</summary>
    public ILauncher Launcher { get; init; } = new DirectLauncher();
}

/// <summary>What an assistant may use in one trial.</summary>
/// <param name="Time">Wall time.</param>
/// <param name="Idle">How long it may print nothing.</param>
/// <param name="OutputBytes">Bytes on each of standard output and standard error.</param>
/// <param name="Turns">Turns, where the assistant can be told; <see langword="null"/> for no limit.</param>
/// <param name="CostUsd">US dollars, where the assistant can be told; <see langword="null"/> for no limit.</param>
public sealed record AssistantLimits(TimeSpan Time, TimeSpan Idle, long OutputBytes, int? Turns, decimal? CostUsd)
{
    /// <summary>Tokens of all kinds together; <see langword="null"/> for no limit.</summary>
    public long? Tokens { get; init; }
}

/// <summary>Whether an assistant can be started.</summary>
/// <param name="Found">Whether its program was found.</param>
/// <param name="Version">Its version, where it says it.</param>
/// <param name="Remedy">What to do when it cannot be used; empty when it can.</param>
public sealed record AssistantProbe(bool Found, string? Version, string Remedy)
{
    /// <summary>Whether a key or login would reach it; <see langword="null"/> where none is needed or nobody can tell.</summary>
    public bool? Authenticated { get; init; }
}

/// <summary>What came back from an assistant. What it did to the workspace is looked at separately.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was classed so.</param>
/// <param name="ExitCode">Its exit code; <see langword="null"/> when it has none.</param>
/// <param name="Wall">How long it took.</param>
/// <param name="Output">What it printed on standard output, raw.</param>
/// <param name="Error">What it printed on standard error, raw.</param>
/// <param name="Transcript">The same, understood.</param>
public sealed record AssistantRun(
    TrialOutcome Outcome,
    string Reason,
    int? ExitCode,
    TimeSpan Wall,
    byte[] Output,
    byte[] Error,
    Transcript Transcript)
{
    /// <summary>Other files that it left and that say what happened, by their path in its private folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Evidence { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The same, classed by the limit that it passed, if it did. Some say what they used only at their end, so that nothing could stop them before.</summary>
    /// <param name="limits">What it may use.</param>
    /// <param name="stopped">Why it was stopped while it ran; <see langword="null"/> when it was not.</param>
    internal AssistantRun Within(AssistantLimits limits, Ending? stopped)
    {
        var over = stopped ?? (Outcome is TrialOutcome.Completed or TrialOutcome.NoChange or TrialOutcome.TimedOut && Transcript.Usage is { } usage
            ? Reading.LiveMeter.Over(usage, limits, strictly: false)
            : null);
        return over is null ? this : this with { Outcome = over.Outcome, Reason = over.Reason };
    }
}
