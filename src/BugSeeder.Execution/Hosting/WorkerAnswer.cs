using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Execution.Hosting;

/// <summary>What became of a request to a worker.</summary>
public abstract record WorkerAnswer
{
    private WorkerAnswer()
    {
    }

    /// <summary>The worker did it, or said why it cannot.</summary>
    /// <param name="Reply">What it said.</param>
    public sealed record Replied(HostReply Reply) : WorkerAnswer;

    /// <summary>A test ran into its limit; the worker was ended.</summary>
    /// <param name="Cpu">Whether it used up CPU time, and not only time on the clock.</param>
    public sealed record TimedOut(bool Cpu) : WorkerAnswer;

    /// <summary>The process ended by itself: a stack overflow, <c>Environment.Exit</c>, an exception on a thread of its own.</summary>
    /// <param name="How">How it ended.</param>
    public sealed record Died(string How) : WorkerAnswer;

    /// <summary>It used more memory than it may; the worker was ended.</summary>
    public sealed record OutOfMemory : WorkerAnswer;
}
