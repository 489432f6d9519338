using System.Diagnostics;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>Looks twice a second at what the processes of a box use together, and ends it when that is too much.</summary>
internal sealed class BoxWatch : IDisposable
{
    private const int LookingShare = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource stop = new();
    private readonly BoxedStart start;
    private readonly ProcessWatch watch;

    public BoxWatch(BoxedStart start, int processId, ProcessWatch watch)
    {
        this.start = start;
        this.watch = watch;
        _ = LookAsync(processId);
    }

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private async Task LookAsync(int processId)
    {
        var token = stop.Token;
        try
        {
            var pause = Pause;
            while (true)
            {
                await Task.Delay(pause, token);
                var clock = Stopwatch.StartNew();
                if (start.Top(processId) is { } top && ProcessUse.Memory(top) > start.Limits.Memory)
                    watch.Stop(ProcessEnd.TooMuchMemory);
                else if (DiskUse.IsOver(start.Writable, start.Limits.Disk))
                    watch.Stop(ProcessEnd.TooMuchDisk);
                // A large tree must not keep a core busy with looking.
                pause = TimeSpan.FromTicks(Math.Max(Pause.Ticks, clock.Elapsed.Ticks * LookingShare));
            }
        }
        catch (OperationCanceledException)
        {
            // The process has ended.
        }
    }
}
