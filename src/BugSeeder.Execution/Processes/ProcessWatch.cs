namespace BugSeeder.Execution.Processes;

/// <summary>Ends a process that takes too long, is silent for too long, or writes too much, and remembers which.</summary>
internal sealed class ProcessWatch(ProcessRequest request, CancellationTokenSource stop) : IDisposable
{
    private readonly Lock gate = new();
    private Timer? time;
    private Timer? idle;

    /// <summary>How the process ended, as far as the watch had a hand in it.</summary>
    public ProcessEnd End { get; private set; } = ProcessEnd.Exited;

    public void Start()
    {
        time = new Timer(_ => Stop(ProcessEnd.TimedOut), null, request.TimeLimit, Timeout.InfiniteTimeSpan);
        if (request.IdleLimit is { } limit)
            idle = new Timer(_ => Stop(ProcessEnd.Idle), null, limit, Timeout.InfiniteTimeSpan);
    }

    public void Heard()
    {
        if (request.IdleLimit is { } limit)
            idle?.Change(limit, Timeout.InfiniteTimeSpan);
    }

    public void Stop(ProcessEnd reason)
    {
        lock (gate)
        {
            if (End != ProcessEnd.Exited)
                return;
            End = reason;
        }

        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at the same moment.
        }
    }

    public void Dispose()
    {
        time?.Dispose();
        idle?.Dispose();
    }
}
