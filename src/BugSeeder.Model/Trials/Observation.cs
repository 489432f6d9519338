namespace BugSeeder.Model.Trials;

/// <summary>How a trial ended.</summary>
public enum TrialOutcome
{
    /// <summary>It came to its own end.</summary>
    Completed,

    /// <summary>It came to its own end having changed nothing, and did not say that nothing is wrong. Scored as it stands.</summary>
    NoChange,

    /// <summary>It stopped to ask for clarification. Scored as it stands.</summary>
    Asked,

    /// <summary>Its time ran out, or it was silent for too long.</summary>
    TimedOut,

    /// <summary>Its budget of money, tokens or output ran out.</summary>
    OverBudget,

    /// <summary>It used up its turns.</summary>
    TurnLimit,

    /// <summary>The context was too long for the model: a failure of the arm.</summary>
    ContextOverflow,

    /// <summary>It declined the work.</summary>
    Refused,

    /// <summary>A tool it needed was denied.</summary>
    PermissionDenied,

    /// <summary>Its process ended with an error of its own.</summary>
    Crashed,

    /// <summary>Its key, login, account or model is missing or wrong. Never scored; the run stops.</summary>
    Unauthenticated,

    /// <summary>The provider's rate limit. Never scored; tried again.</summary>
    RateLimited,

    /// <summary>Network, provider or disk failed. Never scored; tried again.</summary>
    InfrastructureFault,
}

/// <summary>What the assistant did to one file.</summary>
public enum ChangeKind
{
    /// <summary>The file is new.</summary>
    Added,

    /// <summary>The file has other content.</summary>
    Modified,

    /// <summary>The file is gone.</summary>
    Deleted,
}

/// <summary>One file that the assistant changed.</summary>
/// <param name="Path">The file, relative to the workspace, with forward slashes.</param>
/// <param name="Kind">What became of it.</param>
public sealed record FileChange(string Path, ChangeKind Kind);

/// <summary>An attempt at a trial that was tried again.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was classed so.</param>
/// <param name="Seconds">Wall time, in seconds.</param>
/// <param name="PauseSeconds">How long the next attempt was put off, in seconds.</param>
/// <param name="CostUsd">What it cost, in US dollars; <see langword="null"/> where that is not known.</param>
public sealed record FailedAttempt(TrialOutcome Outcome, string Reason, double Seconds, double PauseSeconds, decimal? CostUsd);

/// <summary>The evidence of a trial. Its patch, transcript and logs stand beside it as files.</summary>
/// <param name="SchemaVersion">The version of this record's form.</param>
/// <param name="Trial">Which trial it is.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="OutcomeReason">Why it was classed so.</param>
/// <param name="Seconds">Wall time of the assistant, in seconds.</param>
/// <param name="ExitCode">Its exit code; <see langword="null"/> when it has none.</param>
/// <param name="Claim">Its final JSON answer; <see langword="null"/> when it gave none that can be read.</param>
/// <param name="Changes">The files it changed.</param>
/// <param name="Attempts">How often it was started; more than 1 after infrastructure faults.</param>
public sealed record Observation(
    int SchemaVersion,
    TrialKey Trial,
    TrialOutcome Outcome,
    string OutcomeReason,
    double Seconds,
    int? ExitCode,
    Claim? Claim,
    IReadOnlyList<FileChange> Changes,
    int Attempts)
{
    /// <summary>The attempts before the one that counts, in order: each ended in a way that is not the assistant's doing, and was tried again.</summary>
    public IReadOnlyList<FailedAttempt> Failed { get; init; } = [];

    /// <summary>What it asked of the network; empty where nothing stood in the way to count it.</summary>
    public IReadOnlyList<NetworkRequest> Network { get; init; } = [];

    /// <summary>Steps that look for the answer instead of working it out.</summary>
    public IReadOnlyList<Peek> Peeks { get; init; } = [];

    /// <summary>Whether this outcome says something about the assistant, so that it may be scored.</summary>
    public bool IsScored => Outcome is not (TrialOutcome.Unauthenticated or TrialOutcome.RateLimited or TrialOutcome.InfrastructureFault);
}
