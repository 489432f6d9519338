using BugSeeder.Execution.Processes;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>All that an assistant left behind but the workspace.</summary>
/// <param name="Process">How its process ended, and what it printed.</param>
public sealed record AssistantOutput(ProcessResult Process)
{
    /// <summary>What the command <c>timeout</c> and its like give when they ended a program.</summary>
    private const int TimeoutExitCode = 124;

    /// <summary>An output that was recorded to files, where nothing but an exit code says how the process ended.</summary>
    /// <param name="output">What it wrote on standard output.</param>
    /// <param name="error">What it wrote on standard error.</param>
    /// <param name="exitCode">Its exit code; 124 means that its time ran out.</param>
    /// <param name="evidence">Other files that it left, by path.</param>
    public static AssistantOutput Recorded(byte[] output, byte[] error, int exitCode, IReadOnlyDictionary<string, byte[]> evidence) =>
        new(exitCode == TimeoutExitCode ? new(ProcessEnd.TimedOut, null, TimeSpan.Zero, output, error) : new ProcessResult(ProcessEnd.Exited, exitCode, TimeSpan.Zero, output, error))
        {
            Evidence = evidence,
        };

    /// <summary>The files that were kept as evidence, by their path in the private folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Evidence { get; init; } = new Dictionary<string, byte[]>();
}

/// <summary>What an assistant's output means.</summary>
/// <param name="Ending">How it ended, and why it was classed so.</param>
/// <param name="Transcript">What happened.</param>
public sealed record Understood(Ending Ending, Transcript Transcript);
