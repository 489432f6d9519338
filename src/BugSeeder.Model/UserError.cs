namespace BugSeeder.Model;

/// <summary>What a script can tell from the exit code of <c>bugseeder</c>.</summary>
public enum ExitCode
{
    /// <summary>The command did what it was asked.</summary>
    Done = 0,

    /// <summary>The command line or the configuration is wrong.</summary>
    Usage = 1,

    /// <summary>A gate was not passed.</summary>
    GateFailed = 2,

    /// <summary>The target cannot be used: it does not build, or its tests give no stable baseline.</summary>
    TargetUnusable = 3,

    /// <summary>The assistant cannot be used: not installed, not authenticated, or it never completes.</summary>
    AssistantUnusable = 4,

    /// <summary><c>selfcheck</c> failed: do not trust the instrument on this target.</summary>
    SelfcheckFailed = 5,

    /// <summary>The run's budget is used up; <c>run --resume</c> goes on.</summary>
    BudgetUsedUp = 6,

    /// <summary>A fault of BugSeeder's own.</summary>
    InternalFault = 70,

    /// <summary>The user cancelled; what was finished is kept.</summary>
    Cancelled = 130,
}

/// <summary>Something the user can mend. Caught once, at the door, and printed without a stack trace.</summary>
/// <param name="what">What happened, on which file or command.</param>
/// <param name="remedy">What to do about it.</param>
/// <param name="exitCode">The exit code that the command ends with.</param>
public sealed class UserError(string what, string remedy, ExitCode exitCode = ExitCode.Usage) : Exception(what)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>The exit code that the command ends with.</summary>
    public ExitCode ExitCode { get; } = exitCode;
}
