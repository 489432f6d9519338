using System.Diagnostics;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.TestHost;

/// <summary>
/// Tells the other side when a test has used up its limit. It is a thread of its own, since the pool may be what the test has exhausted,
/// and it looks at the time since the last result, so that one long run of short tests is no stall.
/// </summary>
internal sealed class StallWatch : IDisposable
{
    private const int Interval = 20;

    /// <summary>This watch itself uses some; a test that wants to run gets more than this of a core, however many want to.</summary>
    private const double BusyShare = 0.02;

    /// <summary>How long a test that seems to have stalled is looked at, in milliseconds, and the share of that in which a thread has to wait for a core.</summary>
    private const int Look = 200;
    private const double WaitingShare = 0.5;

    /// <summary>A test that is kept from the cores gets so many times its time on the clock.</summary>
    private const int Patience = 5;

    private readonly ManualResetEventSlim ended = new();
    private readonly Thread thread;

    public StallWatch(TestLimits limits, ResultLog results, Action<HostReply> send)
    {
        thread = new Thread(() => Watch(limits, results, send)) { IsBackground = true, Name = "stall watch" };
        thread.Start();
    }

    public void Dispose()
    {
        ended.Set();
        thread.Join();
        ended.Dispose();
    }

    private void Watch(TestLimits limits, ResultLog results, Action<HostReply> send)
    {
        var (count, cpu, wall) = (-1, TimeSpan.Zero, 0L);
        while (!ended.Wait(Interval))
        {
            var progress = results.Progress;
            if (progress.Count != count)
            {
                (count, cpu, wall) = (progress.Count, ProcessClock.Cpu, Stopwatch.GetTimestamp());
                continue;
            }

            var (used, elapsed) = ((ProcessClock.Cpu - cpu).TotalMilliseconds, Stopwatch.GetElapsedTime(wall).TotalMilliseconds);
            var byCpu = used > limits.Cpu;
            var isIdle = elapsed > limits.Idle && used < elapsed * BusyShare;
            var seemsStuck = isIdle || elapsed > limits.Wall;
            var isLate = elapsed >= Patience * Math.Max(limits.Wall, limits.Idle);
            // A result that came while it was looked at is not overlooked.
            if (!byCpu && (!seemsStuck || (!isLate && (IsKeptFromCores() || results.Progress.Count != count))))
                continue;
            send(new HostReply.Stalled(progress.Last, byCpu));
            // The process is about to be killed; whatever the stuck run still reports must not follow the last word.
            Thread.Sleep(Timeout.Infinite);
        }
    }

    /// <summary>Whether something here wants to run and does not get a core, as on a machine under load: that is no stall. Nor is the end of the run.</summary>
    private bool IsKeptFromCores()
    {
        var (waited, started) = (RunQueue.Waited, Stopwatch.GetTimestamp());
        if (ended.Wait(Look))
            return true;
        // This thread itself waited for a core when its time was over.
        var own = Stopwatch.GetElapsedTime(started).TotalMilliseconds - Look;
        return (RunQueue.Waited - waited).TotalMilliseconds - own > Look * WaitingShare;
    }
}
