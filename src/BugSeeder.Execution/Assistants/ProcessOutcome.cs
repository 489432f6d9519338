using System.Text;
using BugSeeder.Execution.Processes;
using BugSeeder.Model;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// What the end of an assistant's process says about the trial, whichever assistant it is.
/// A program that is not there is the user's to mend and would fail every trial alike, so it is a <see cref="UserError"/>;
/// one that is there and cannot be started is a fault of this machine at this moment, and tried again.
/// </summary>
internal static class ProcessOutcome
{
    /// <summary>The longest reason that is worth a line of a report.</summary>
    private const int LongestReason = 300;

    public static Ending Of(ProcessResult process) => process.End switch
    {
        ProcessEnd.Exited when process.ExitCode == 0 => new(TrialOutcome.Completed, "It ended by itself with exit code 0."),
        ProcessEnd.Exited => new(TrialOutcome.Crashed, $"It ended with exit code {process.ExitCode}{Said(process)}."),
        ProcessEnd.TimedOut => new(TrialOutcome.TimedOut, process.Wall == TimeSpan.Zero ? "Its time ran out." : $"Its time ran out after {process.Wall.TotalSeconds:F0} s."),
        ProcessEnd.Idle => new(TrialOutcome.TimedOut, $"It printed nothing for too long and was ended after {process.Wall.TotalSeconds:F0} s."),
        ProcessEnd.TooMuchOutput => new(TrialOutcome.OverBudget, "It printed more than it may."),
        ProcessEnd.TooMuchMemory => new(TrialOutcome.OverBudget, "It used more memory than it may."),
        ProcessEnd.TooMuchDisk => new(TrialOutcome.OverBudget, "It wrote more to disk than it may."),
        ProcessEnd.Stopped => new(TrialOutcome.OverBudget, "It was ended at its limit."),
        ProcessEnd.NotStarted => new(TrialOutcome.InfrastructureFault, $"It could not be started{Said(process)}."),
        _ => throw new InvalidOperationException($"A process cannot end as {process.End}."),
    };

    /// <summary>The program's full path.</summary>
    /// <exception cref="UserError">There is no such program.</exception>
    public static string Locate(string assistant, string program) => ProgramPath.Find(program)
        ?? throw new UserError(
            $"Assistant '{assistant}' cannot be started: there is no program '{program}' that can be executed.",
            "Install it, put it on PATH, or give its full path in the configuration.",
            ExitCode.AssistantUnusable);

    /// <summary>The last line with something in it, shortened.</summary>
    public static string LastLine(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - 4096)));
        var line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        return line.Length > LongestReason ? line[..LongestReason] + "…" : line;
    }

    private static string Said(ProcessResult process) => LastLine(process.Error) is { Length: > 0 } line ? ": " + line.TrimEnd('.') : "";
}
