using System.Diagnostics;
using BugSeeder.Execution;
using BugSeeder.Execution.Hosting;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting;

/// <summary>
/// Sees which tests run what, by one build with probes and each test run by itself: a fixture is then set up anew for each test that needs it.
/// Where that would take too long, the tests of a class run together and share what they ran. They run last to first: a test that fails then
/// most likely stands on another before it, and says nothing without it.
/// </summary>
internal sealed class CoverageRun(HostedTarget host)
{
    private const int Chunk = 40;

    /// <summary>How long all single runs of a suite may take on one lane before classes run together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What looks at objects runs none of the target's code but what its types start with.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(20);

    private readonly HashSet<string> lasting = new(StringComparer.Ordinal);
    private bool knowsLasting = true;

    /// <param name="Suite">The number of the suite.</param>
    /// <param name="Tests">The tests that ran; none for what ran outside of tests.</param>
    /// <param name="Probes">What was passed.</param>
    /// <param name="Failed">The tests among them that did not pass.</param>
    private sealed record Seen(int Suite, IReadOnlyList<int> Tests, IReadOnlyList<ProbeCount> Probes, IReadOnlyCollection<int> Failed);

    /// <summary>Runs what has probes, and says which tests run what.</summary>
    public async Task<CoverageMap> RunAsync(ProbedImages probed, CancellationToken cancellationToken)
    {
        var seen = new List<Seen>();
        foreach (var place in host.ColdPlaces)
            place.Install([.. probed.Modules.Select(module => module.Image)]);
        try
        {
            for (var suite = 0; suite < host.Suites.Count; suite++)
            {
                var own = probed.Modules.Where(module => host.Uses(host.Suites[suite], module.Project)).ToList();
                knowsLasting &= own.Count > 0;
                if (own.Count > 0)
                    seen.AddRange(Renumber(await RunAsync(suite, [.. own.Select(module => module.Counter)], cancellationToken), own, probed.Modules));
            }
        }
        finally
        {
            foreach (var place in host.ColdPlaces)
                place.Restore();
        }

        var map = new CoverageMap
        {
            Lasting = knowsLasting ? lasting : null,
            Dependent = seen.SelectMany(each => each.Failed.Select(test => new CoveringTest(each.Suite, test))).ToHashSet(),
        };
        foreach (var (number, module) in probed.Modules.Index())
            map.Add(module.Project.Project, module.Regions, HitsOf(number, seen));
        return map;
    }

    /// <summary>A suite counts only the modules that it uses; its counter numbers become numbers of all modules.</summary>
    private static IEnumerable<Seen> Renumber(List<Seen> seen, List<ProbedImages.Module> own, IReadOnlyList<ProbedImages.Module> all)
    {
        var numbers = own.Select(module => all.Index().First(other => other.Item == module).Index).ToList();
        return seen.Select(each => each with { Probes = [.. each.Probes.Select(probe => probe with { Counter = numbers[probe.Counter] })] });
    }

    private Dictionary<int, List<CoveringTest>?> HitsOf(int module, List<Seen> seen)
    {
        var hits = new Dictionary<int, List<CoveringTest>?>();
        foreach (var each in seen)
        {
            foreach (var probe in each.Probes.Where(probe => probe.Counter == module).Select(probe => probe.Probe))
            {
                if (!hits.TryGetValue(probe, out var tests))
                    hits[probe] = tests = [];
                if (each.Tests.Count == 0)
                    hits[probe] = null;
                else
                    tests?.AddRange(each.Tests.Except(each.Failed).Select(test => new CoveringTest(each.Suite, test)));
            }
        }

        // The quickest first: most mutants fall to any test that comes near them. What only such tests come near that stand on others takes all of them.
        foreach (var probe in hits.Keys.ToList())
            hits[probe] = hits[probe] is { Count: > 0 } tests ? [.. tests.Distinct().OrderBy(test => host.Suites[test.Suite].Cpu[test.Test])] : null;
        return hits;
    }

    private async Task<List<Seen>> RunAsync(int suite, IReadOnlyList<ProbeCounter> counters, CancellationToken cancellationToken)
    {
        var tests = host.Suites[suite].Counting;
        var lanes = host.WarmPlaces.Count;
        var parts = await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => RunAsync(suite, counters, [.. tests.Where((_, index) => index % lanes == lane)], host.ColdPlaces[lane], cancellationToken)));
        return [.. parts.SelectMany(part => part)];
    }

    private async Task<List<Seen>> RunAsync(int suite, IReadOnlyList<ProbeCounter> counters, List<int> tests, HostPlace place, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("coverage: run");
        var seen = new List<Seen>();
        var groups = new Queue<IReadOnlyList<int>>(Enumerable.Reverse(tests).Select(test => (IReadOnlyList<int>)[test]));
        var total = groups.Count;
        await using var worker = await host.StartAsync(host.Suites[suite], place, cancellationToken);
        var clock = Stopwatch.StartNew();
        var together = false;
        while (groups.Count > 0)
        {
            List<IReadOnlyList<int>> next = [.. Enumerable.Range(0, Math.Min(Chunk, groups.Count)).Select(_ => groups.Dequeue())];
            var limits = host.Suites[suite].ColdLimits([.. next.SelectMany(group => group)]);
            if (await worker.AskAsync(new HostRequest.Cover(counters, next, limits), HostLimits.Whole, cancellationToken) is not WorkerAnswer.Replied { Reply: HostReply.Covered covered })
                throw new WorkerException("the tests do not run through with probes in the code");
            // Whatever ran outside of a test belongs to all.
            seen.Add(new(suite, [], covered.Before, []));
            seen.AddRange(next.Zip(covered.Groups, (group, probes) => new Seen(suite, group, probes, [.. group.Where(test => covered.FailedTests.Contains(test) && AllCount(suite, test))])));
            if (!together && clock.Elapsed * ((double)total / (total - groups.Count)) > Patience)
            {
                together = true;
                groups = new(groups.SelectMany(group => group).GroupBy(test => host.Suites[suite].Tests[test].Class, StringComparer.Ordinal).Select(group => (IReadOnlyList<int>)[.. group]));
            }
        }

        await LookAsync(worker, cancellationToken);
        return seen;
    }

    /// <summary>Of a test of which some results do not count it is not known which of them failed.</summary>
    private bool AllCount(int suite, int test) => host.Suites[suite].IdentitiesOf(test).All(host.Suites[suite].Trusted.Contains);

    /// <summary>Looks which objects have lived on behind the tests. The worker is of no use for others then, since it may have started types that no test needs.</summary>
    private async Task LookAsync(Worker worker, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("coverage: look at what lasts");
        var answer = await worker.AskAsync(new HostRequest.Look([.. host.Emitter.Projects.Select(Emitter.AssemblyOf)]), LongestLook, cancellationToken);
        lock (lasting)
        {
            if (answer is WorkerAnswer.Replied { Reply: HostReply.Seen { Types: { } types } })
                lasting.UnionWith(types);
            else
                knowsLasting = false;
        }
    }
}
