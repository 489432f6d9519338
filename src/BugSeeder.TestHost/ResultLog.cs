using System.Diagnostics;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.TestHost;

/// <summary>Collects results as the framework reports them, and measures the time between them.</summary>
internal sealed class ResultLog(bool stopAtFirstFailure, bool measure)
{
    private readonly object gate = new();
    private readonly List<HostedResult> results = [];
    private TimeSpan cpu = measure ? ProcessClock.Cpu : default;
    private long wall = Stopwatch.GetTimestamp();
    private bool failed;

    /// <summary>Everything reported so far.</summary>
    public IReadOnlyList<HostedResult> All
    {
        get
        {
            lock (gate)
                return [.. results];
        }
    }

    /// <summary>Whether the rest of the tests should still be run.</summary>
    public bool GoesOn => !(stopAtFirstFailure && failed);

    /// <summary>How many results there are, and the test of the last one.</summary>
    public (int Count, int Last) Progress
    {
        get
        {
            lock (gate)
                return (results.Count, results.Count == 0 ? -1 : results[^1].Test);
        }
    }

    /// <summary>Adds a result.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Add(int test, string shown, HostedOutcome outcome, string message)
    {
        lock (gate)
        {
            var (newCpu, newWall) = measure ? (ProcessClock.Cpu, Stopwatch.GetTimestamp()) : (cpu, wall);
            results.Add(new(test, shown, outcome, (newCpu - cpu).TotalMilliseconds, Stopwatch.GetElapsedTime(wall, newWall).TotalMilliseconds, message));
            (cpu, wall) = (newCpu, newWall);
            failed |= outcome == HostedOutcome.Failed;
            return GoesOn;
        }
    }
}
