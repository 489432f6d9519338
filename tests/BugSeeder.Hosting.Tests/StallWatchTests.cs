using System.Diagnostics;
using BugSeeder.TestHost;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting.Tests;

public sealed class StallWatchTests
{
    private static readonly TestLimits Limits = new(Cpu: 600_000, Wall: 400, Idle: 400);

    /// <summary>Never disposed: behind its last word a watch waits for its process to be ended.</summary>
    private static readonly List<StallWatch> Left = [];

    /// <summary>Others may use the cores too, and then it is looked at for longer: once in ten times is enough to show that it need not be.</summary>
    [Fact]
    public async Task A_test_that_waits_has_stalled_when_its_time_is_over()
    {
        var soonest = double.MaxValue;
        for (var attempt = 0; attempt < 10 && soonest > 4 * Limits.Wall; attempt++)
            soonest = Math.Min(soonest, await StalledAfterAsync(spinning: 0));
        soonest.ShouldBeLessThan(4 * Limits.Wall);
    }

    /// <summary>More threads than there are cores: what does not get on is kept from running. That cannot go on for ever either.</summary>
    [Fact]
    public async Task A_test_that_is_kept_from_the_cores_has_more_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells who waits for a core.");
        (await StalledAfterAsync(spinning: 8 * Environment.ProcessorCount)).ShouldBeGreaterThan(4 * Limits.Wall);
    }

    private static async Task<double> StalledAfterAsync(int spinning)
    {
        using var stop = new CancellationTokenSource();
        var token = stop.Token;
        for (var number = 0; number < spinning; number++)
        {
            new Thread(() =>
            {
                while (!token.IsCancellationRequested)
                {
                }
            })
            { IsBackground = true }.Start();
        }

        var stalled = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = Stopwatch.GetTimestamp();
        Left.Add(new StallWatch(Limits, new ResultLog(stopAtFirstFailure: false, measure: false), _ => stalled.SetResult(Stopwatch.GetElapsedTime(started).TotalMilliseconds)));
        try
        {
            return await stalled.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }
}
