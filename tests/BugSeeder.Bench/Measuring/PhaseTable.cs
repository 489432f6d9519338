using System.Diagnostics;
using BugSeeder.Execution;

namespace BugSeeder.Bench.Measuring;

/// <summary>What one phase of a job took.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How often it was there.</param>
/// <param name="LaneSeconds">Time on the clock, all lanes together, without the phases that were opened in it.</param>
/// <param name="CpuSeconds">CPU time of our own threads in it, with the phases that were opened in it; only of phases that stay on one thread, and without threads they start.</param>
/// <param name="FirstSecond">When it began for the first time, in seconds from the start of the table.</param>
/// <param name="LastSecond">When it ended for the last time.</param>
internal sealed record PhaseTime(string Name, int Count, double LaneSeconds, double CpuSeconds, double FirstSecond, double LastSecond);

/// <summary>Listens to the phases of a job and sums them up. It adds two clock readings to each.</summary>
internal sealed class PhaseTable : IDisposable
{
    private const string OnThread = "thread";
    private readonly Lock gate = new();
    private readonly Dictionary<string, PhaseTime> times = new(StringComparer.Ordinal);
    private readonly DateTime startedAt;
    private readonly ActivityListener listener;

    public PhaseTable()
    {
        using var process = Process.GetCurrentProcess();
        startedAt = process.StartTime.ToUniversalTime();
        listener = new()
        {
            ShouldListenTo = source => source.Name == Phases.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = phase => phase.SetCustomProperty(OnThread, (Environment.CurrentManagedThreadId, ThreadClock.Cpu)),
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Every phase, in the order in which they began.</summary>
    public IReadOnlyList<PhaseTime> Times
    {
        get
        {
            lock (gate)
                return [.. times.Values.OrderBy(time => time.FirstSecond)];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Add(Activity phase)
    {
        var begin = (phase.StartTimeUtc - startedAt).TotalSeconds;
        var cpu = phase.GetCustomProperty(OnThread) is (int thread, double before) && thread == Environment.CurrentManagedThreadId ? ThreadClock.Cpu - before : 0;
        lock (gate)
        {
            Count(phase.OperationName, 1, phase.Duration.TotalSeconds, cpu, begin, begin + phase.Duration.TotalSeconds);
            // Phases of several lanes in one parent can take more than the parent does: it has nothing of its own then.
            if (phase.Parent is { } parent)
                Count(parent.OperationName, 0, -phase.Duration.TotalSeconds, 0, begin, begin);
        }
    }

    private void Count(string name, int count, double seconds, double cpu, double begin, double end)
    {
        var known = times.GetValueOrDefault(name, new(name, 0, 0, 0, begin, end));
        times[name] = new(name, known.Count + count, known.LaneSeconds + seconds, known.CpuSeconds + cpu, Math.Min(known.FirstSecond, begin), Math.Max(known.LastSecond, end));
    }
}
