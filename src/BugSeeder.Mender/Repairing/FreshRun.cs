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
    /// <param name="mutant">The patched project.</param>
    /// <param name="first">Tests of which each is run; where none of them passes, the others need not be run.</param>
    /// <param name="rest">The others, up to the first that fails.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How all of them ended; of the others only whether all pass.</returns>
    public static async Task<(LaneRun First, bool RestPasses)> TryAsync(Bench bench, Mutant mutant, IReadOnlyList<CoveringTest> first, IReadOnlyList<CoveringTest> rest, CancellationToken cancellationToken)
    {
        var emission = bench.Emitter.Emit([mutant.Project], mutant.IsInside, cancellationToken);
        if (emission.Error is { } error)
            return (LaneRun.Ended(TryOutcome.DoesNotCompile, error), false);
        bench.Install(emission.Images);
        try
        {
            return await RunAsync(bench, first, rest, cancellationToken);
        }
        catch (WorkerException problem)
        {
            return (LaneRun.Ended(TryOutcome.Failed, problem.Message), false);
        }
        finally
        {
            bench.Install([]);
        }
    }

    private static async Task<(LaneRun First, bool RestPasses)> RunAsync(Bench bench, IReadOnlyList<CoveringTest> first, IReadOnlyList<CoveringTest> rest, CancellationToken cancellationToken)
    {
        var found = new LaneRun(TryOutcome.Passed, new HashSet<CoveringTest>(), new Dictionary<CoveringTest, string>(), "");
        var running = new List<(int Number, Worker Worker, HostReply.Found Found)>();
        try
        {
            foreach (var number in Enumerable.Range(0, bench.Suites.Count).OrderByDescending(suite => first.Any(test => test.Suite == suite)))
            {
                if (running.Count > 0 && first.Count > 0 && found.Passed.Count == 0 && !first.Any(test => test.Suite == number))
                    return (found, false);
                var (worker, tests) = await bench.StartAsync(bench.Suites[number], cancellationToken);
                running.Add((number, worker, tests));
                if (first.Where(test => test.Suite == number).ToList() is { Count: > 0 } own)
                    found = Joint(found, await RunAsync(bench.Suites[number], worker, tests, own, stop: false, cancellationToken));
            }

            if (first.Count > 0 && found.Passed.Count == 0)
                return (found, false);
            foreach (var (number, worker, tests) in running)
            {
                if (rest.Where(test => test.Suite == number).ToList() is { Count: > 0 } others && (await RunAsync(bench.Suites[number], worker, tests, others, stop: true, cancellationToken)).Outcome != TryOutcome.Passed)
                    return (found, false);
            }

            return (found, true);
        }
        finally
        {
            foreach (var (_, worker, _) in running)
                await worker.DisposeAsync();
        }
    }

    private static LaneRun Joint(LaneRun one, LaneRun other) => new(
        other.Outcome == TryOutcome.Passed ? one.Outcome : other.Outcome,
        one.Passed.Union(other.Passed).ToHashSet(),
        one.Failures.Concat(other.Failures).ToDictionary(entry => entry.Key, entry => entry.Value),
        other.Why.Length > 0 ? other.Why : one.Why);

    private static async Task<LaneRun> RunAsync(Suite suite, Worker worker, HostReply.Found found, IReadOnlyList<CoveringTest> tests, bool stop, CancellationToken cancellationToken)
    {
        // Changed code may give other rows to a test, and so other numbers.
        var wanted = tests.ToLookup(test => suite.Hosted.NameOf(test.Test), StringComparer.Ordinal);
        var names = Enumerable.Range(0, found.Tests.Count).Select(test => (Test: test, Name: suite.Hosted.NameOf(found.Tests[test], found.Tests[test].Shown))).Where(test => wanted.Contains(test.Name)).ToDictionary(test => test.Test, test => test.Name);
        if (await worker.AskAsync(new HostRequest.Run([], [.. names.Keys], stop, suite.Hosted.ColdLimits([.. tests.Select(test => test.Test)])), Bench.RequestLimit, cancellationToken) is not WorkerAnswer.Replied { Reply: HostReply.Ran ran })
            return LaneRun.Ended(TryOutcome.Failed, "the tests do not come to their end");
        var results = ran.Results.Where(result => names.ContainsKey(result.Test)).ToLookup(result => names[result.Test], StringComparer.Ordinal);
        var failures = results.Where(test => test.Any(result => result.Outcome != HostedOutcome.Passed)).SelectMany(test => wanted[test.Key].Select(each => (each, test.First(result => result.Outcome != HostedOutcome.Passed).Message))).ToDictionary(entry => entry.each, entry => entry.Message);
        var passed = results.Where(test => test.All(result => result.Outcome == HostedOutcome.Passed)).SelectMany(test => wanted[test.Key]).ToHashSet();
        var isAll = failures.Count == 0 && tests.All(passed.Contains) && ran.Results.All(result => result.Outcome == HostedOutcome.Passed);
        return new(isAll ? TryOutcome.Passed : TryOutcome.Failed, passed, failures, isAll ? "" : failures.Values.FirstOrDefault("a test did not run"));
    }
}
