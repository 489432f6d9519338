using BugSeeder.Code;
using BugSeeder.Execution.Hosting;
using BugSeeder.Hosting;
using BugSeeder.Mender.Checking;
using BugSeeder.TestHost.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Locating;

/// <summary>Sees which stretches of code are run by what fails and by what passes: each check and test by itself, on a build with probes.</summary>
internal static class Spectrum
{
    private const int Chunk = 50;

    /// <summary>The share of the budget after which no more of what passes is looked at.</summary>
    private const double Share = 0.5;

    /// <summary>Runs them.</summary>
    /// <param name="bench">The workspace.</param>
    /// <param name="failing">What fails, by suite and number.</param>
    /// <param name="budget">Ends the looking at what passes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<Block>> RunAsync(Bench bench, IReadOnlyList<CoveringTest> failing, Budget budget, CancellationToken cancellationToken)
    {
        var probed = bench.Emitter.Products.Select((project, number) => (Project: project, Type: $"Counted{number}", Writer: new ProbeWriter(project, $"Counted{number}")))
            .Select(entry => (entry.Project, entry.Type, entry.Writer, Image: entry.Writer.Emit(cancellationToken))).Where(entry => entry.Image is not null).ToList();
        var counts = probed.Select(_ => new Dictionary<int, Count>()).ToList();
        bench.Install([.. probed.Select(entry => entry.Image!)]);
        var isWhole = true;
        try
        {
            for (var number = 0; number < bench.Suites.Count; number++)
            {
                var suite = bench.Suites[number];
                var seen = probed.Where(entry => File.Exists(bench.BuiltImage(suite, entry.Project))).ToList();
                if (seen.Count == 0)
                    continue;
                var counters = seen.Select(entry => new ProbeCounter(Emitter.AssemblyOf(entry.Project), entry.Type, ProbeWriter.Field)).ToList();
                isWhole &= await RunAsync(bench, number, [.. failing.Where(test => test.Suite == number).Select(test => test.Test)], counters, [.. seen.Select(entry => counts[probed.IndexOf(entry)])], budget, cancellationToken);
            }
        }
        finally
        {
            bench.Install([]);
        }

        return [.. probed.Zip(counts).SelectMany(entry => entry.First.Writer.Regions.SelectMany(file => file.Value.Where(region => region.Probe >= 0)
            .Select(region => (File: file.Key, region.Span, Count: entry.Second.GetValueOrDefault(region.Probe)))
            .Where(region => region.Count is not null)
            .Select(region => BlockOf(entry.First.Project, region.File, region.Span, region.Count!, isWhole))))];
    }

    /// <summary>What ran when a test failed again is what that test runs: the first time it may have run what any test would have run first.</summary>
    private static Block BlockOf(ProjectCode project, string file, TextSpan span, Count count, bool isWhole) =>
        new(project, file, span, count.Again > 0 ? count.Again : count.Failing, count.Passing.Count, isWhole ? count.Passing : null, count is { Failing: > 0, Again: 0 }) { Fails = count.Again > 0 ? count.FailedAgain : null };

    /// <returns>Whether all were looked at.</returns>
    private static async Task<bool> RunAsync(Bench bench, int number, IReadOnlyList<int> failing, List<ProbeCounter> counters, List<Dictionary<int, Count>> counts, Budget budget, CancellationToken cancellationToken)
    {
        var suite = bench.Suites[number];
        var (worker, _) = await bench.StartAsync(suite, cancellationToken);
        await using var running = worker;
        // What fails runs first: whatever runs once in a process then counts for it.
        var groups = failing.Select(test => (Test: test, Fails: true, Again: false))
            .Concat(failing.Select(test => (Test: test, Fails: true, Again: true)))
            .Concat(suite.Passing.Order().Select(test => (Test: test, Fails: false, Again: false)));
        foreach (var chunk in groups.Chunk(Chunk))
        {
            if (!chunk[0].Fails && budget.IsPast(Share))
                return false;
            var answer = await worker.AskAsync(new HostRequest.Cover(counters, [.. chunk.Select(group => (IReadOnlyList<int>)[group.Test])], suite.Hosted.ColdLimits([.. chunk.Select(group => group.Test)])), Bench.RequestLimit, cancellationToken);
            if (answer is not WorkerAnswer.Replied { Reply: HostReply.Covered covered })
                return false;
            foreach (var (group, probes) in chunk.Zip(covered.Groups))
            {
                foreach (var probe in probes)
                    Add(counts[probe.Counter], probe.Probe, new(number, group.Test), group.Fails, group.Again);
            }
        }

        return true;
    }

    private static void Add(Dictionary<int, Count> counts, int probe, CoveringTest test, bool fails, bool again)
    {
        if (!counts.TryGetValue(probe, out var count))
            counts[probe] = count = new();
        if (again)
            count.FailedAgain.Add(test);
        else if (fails)
            count.Failing++;
        else
            count.Passing.Add(test);
    }

    private sealed class Count
    {
        public int Failing { get; set; }

        public int Again => FailedAgain.Count;

        public HashSet<CoveringTest> FailedAgain { get; } = [];

        public List<CoveringTest> Passing { get; } = [];
    }
}
