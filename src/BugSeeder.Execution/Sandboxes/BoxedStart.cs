using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>A wall about to be started with a process in it.</summary>
/// <param name="Request">What to start on this machine.</param>
/// <param name="Writable">The folders of this machine that can be written to from inside.</param>
/// <param name="Limits">What the box may use.</param>
/// <param name="Needed">What must stay until the process has ended.</param>
internal sealed record BoxedStart(ProcessRequest Request, IReadOnlyList<string> Writable, BoxLimits Limits, IDisposable Needed) : IDisposable
{
    /// <summary>The process above all others inside, found from the one that was started on this machine; <see langword="null"/> while there is none.</summary>
    public Func<int, int?> Top { get; init; } = started => started;

    public void Dispose() => Needed.Dispose();
}
