using BugSeeder.Execution.Hosting;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting;

/// <summary>What it means when a worker does not answer with results.</summary>
internal static class RunEnds
{
    /// <summary>These never come from a mistake in the code: the image or the delta is bad, and with it the process.</summary>
    private static readonly string[] LoaderErrors =
    [
        "System.TypeLoadException", "System.InvalidProgramException", "System.BadImageFormatException", "System.MissingMethodException", "System.MissingFieldException",
        "System.EntryPointNotFoundException", "System.ExecutionEngineException", "HotReloadException", "System.Security.VerificationException",
    ];

    public static HostRun Of(WorkerAnswer answer) => answer switch
    {
        WorkerAnswer.TimedOut timedOut => HostRun.Ended(HostEnd.TimedOut, timedOut.Cpu ? "a test does not end: it uses up its CPU time" : "a test does not end: it waits for ever"),
        WorkerAnswer.Died died => HostRun.Ended(HostEnd.Crashed, died.How),
        WorkerAnswer.OutOfMemory => HostRun.Ended(HostEnd.OutOfMemory, "the test process fills the memory"),
        WorkerAnswer.Replied { Reply: HostReply.Failed failed } => HostRun.Ended(HostEnd.Broken, $"{failed.Where}: {failed.Message.Split('\n', 2)[0]}"),
        _ => HostRun.Ended(HostEnd.Broken, "the worker answers something else"),
    };

    /// <summary>Whether a failure's message says that code could not be loaded, rather than that it is wrong.</summary>
    public static bool IsLoaderError(string message) => LoaderErrors.Any(error => message.Contains(error, StringComparison.Ordinal));
}
