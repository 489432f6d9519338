using BugSeeder.Code;
using BugSeeder.Execution.Hosting;
using BugSeeder.Hosting;
using BugSeeder.Mender.Checking;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Mender.Repairing;

/// <summary>Tries a patch on whole images in a fresh process: what runs once in a process runs patched.</summary>
internal static class FreshRun
{
    /// <summary>Compiles a patched project and what uses it, and runs tests on it.</summary>
    /// <param name="bench">The workspace.</param>
    /// <param name="project">The patched project.</param>
    /// <param name="first">Tests that are run first: where one of them fails, the others need not be.</param>
    /// <param name="rest">The others.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<TryOutcome> TryAsync(Bench bench, ProjectCode project, IReadOnlyList<CoveringTest> first, IReadOnlyList<CoveringTest> rest, CancellationToken cancellationToken)
    {
        var emission = bench.Emitter.Emit([project], bodiesOnly: false, cancellationToken);
        if (emission.Error is not null)
            return TryOutcome.DoesNotCompile;
        bench.Install(emission.Images);
        try
        {
            for (var number = 0; number < bench.Suites.Count; number++)
            {
                var lists = new[] { first, rest }.Select(list => list.Where(test => test.Suite == number).Select(test => test.Test).ToHashSet()).Where(list => list.Count > 0).ToList();
                if (lists.Count > 0 && await TryAsync(bench, bench.Suites[number], lists, cancellationToken) != TryOutcome.Passed)
                    return TryOutcome.Failed;
            }

            return TryOutcome.Passed;
        }
        catch (WorkerException)
        {
            return TryOutcome.Failed;
        }
        finally
        {
            bench.Install([]);
        }
    }

    private static async Task<TryOutcome> TryAsync(Bench bench, Suite suite, List<HashSet<int>> lists, CancellationToken cancellationToken)
    {
        var (worker, found) = await bench.StartAsync(suite, cancellationToken);
        await using var running = worker;
        foreach (var wanted in lists)
        {
            // Changed code may give other rows to a test, and so other numbers.
            var names = wanted.Select(suite.Hosted.NameOf).ToHashSet(StringComparer.Ordinal);
            int[] numbers = [.. Enumerable.Range(0, found.Tests.Count).Where(test => names.Contains(suite.Hosted.NameOf(found.Tests[test], found.Tests[test].Shown)))];
            var limits = suite.Hosted.ColdLimits([.. wanted]);
            if (await worker.AskAsync(new HostRequest.Run([], numbers, true, limits), Bench.RequestLimit, cancellationToken) is not WorkerAnswer.Replied { Reply: HostReply.Ran ran })
                return TryOutcome.Failed;
            var passed = ran.Results.Select(result => result.Test).ToHashSet();
            if (numbers.Length < names.Count || !numbers.All(passed.Contains) || ran.Results.Any(result => result.Outcome != HostedOutcome.Passed))
                return TryOutcome.Failed;
        }

        return TryOutcome.Passed;
    }
}
