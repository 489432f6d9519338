using System.Text;

namespace BugSeeder.Execution.Processes;

/// <summary>How a process ended.</summary>
public enum ProcessEnd
{
    /// <summary>By itself.</summary>
    Exited,

    /// <summary>Its time ran out.</summary>
    TimedOut,

    /// <summary>It was silent for too long.</summary>
    Idle,

    /// <summary>It wrote more than it may.</summary>
    TooMuchOutput,

    /// <summary>It used more memory than its box may.</summary>
    TooMuchMemory,

    /// <summary>It wrote more to disk than its box may.</summary>
    TooMuchDisk,

    /// <summary>Whoever listened to it had enough.</summary>
    Stopped,

    /// <summary>It could not be started.</summary>
    NotStarted,
}

/// <summary>What a process left behind.</summary>
/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Its exit code; <see langword="null"/> unless it ended by itself.</param>
/// <param name="Wall">How long it ran.</param>
/// <param name="Output">What it wrote on standard output, up to its limit.</param>
/// <param name="Error">What it wrote on standard error, up to its limit; the reason when it could not be started.</param>
public sealed record ProcessResult(ProcessEnd End, int? ExitCode, TimeSpan Wall, byte[] Output, byte[] Error)
{
    /// <summary>Whether it ended by itself with exit code 0.</summary>
    public bool Succeeded => End == ProcessEnd.Exited && ExitCode == 0;

    /// <summary>Standard output as text; invalid UTF-8 is replaced.</summary>
    public string OutputText => Encoding.UTF8.GetString(Output);

    /// <summary>Standard error as text; invalid UTF-8 is replaced.</summary>
    public string ErrorText => Encoding.UTF8.GetString(Error);
}
