using System.Diagnostics;

namespace BugSeeder.Execution.Processes;

/// <summary>Ends a process that takes too long, is silent for too long, or writes too much, and remembers which.</summary>
internal sealed class ProcessWatch(ProcessRequest request, CancellationTokenSource stop) : IDisposable
{
    /// <summary>How long a process that has reached its limit is looked at before it is believed to wait.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Whoever wants to run gets more than this of a core, however many want to.</summary>
    private const double BusyShare = 0.02;

    /// <summary>A limit of work ends a process after so many times its time on the clock.</summary>
    private const int Patience = 5;

    private readonly Lock gate = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private Timer? time;
    private Timer? idle;
    private bool isDisposed;

    /// <summary>How the process ended, as far as the watch had a hand in it.</summary>
    public ProcessEnd End { get; private set; } = ProcessEnd.Exited;

    /// <summary>The time runs from now.</summary>
    /// <param name="cpu">What the process and all that it started have used; <see langword="null"/> where that is not known.</param>
    public void Start(Func<TimeSpan?> cpu)
    {
        time = new Timer(_ => AtLimit(cpu, before: null), null, request.TimeLimit, Timeout.InfiniteTimeSpan);
        if (request.IdleLimit is { } limit)
            idle = new Timer(_ => Stop(ProcessEnd.Idle), null, limit, Timeout.InfiniteTimeSpan);
    }

    public void Heard()
    {
        if (request.IdleLimit is { } limit)
            idle?.Change(limit, Timeout.InfiniteTimeSpan);
    }

    private void AtLimit(Func<TimeSpan?> cpu, TimeSpan? before)
    {
        var isLate = !request.LimitsWork || Stopwatch.GetElapsedTime(started) >= Patience * request.TimeLimit;
        if (isLate || cpu() is not { } used || used >= request.TimeLimit || used - before < BusyShare * Look)
        {
            Stop(ProcessEnd.TimedOut);
            return;
        }

        lock (gate)
        {
            if (isDisposed)
                return;
            time?.Dispose();
            time = new Timer(_ => AtLimit(cpu, used), null, Look, Timeout.InfiniteTimeSpan);
        }
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
        lock (gate)
        {
            isDisposed = true;
            time?.Dispose();
        }

        idle?.Dispose();
    }
}
