using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;
using BugSeeder.TestHost.Frameworks;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.TestHost;

/// <summary>Does what it is asked, one request after the other.</summary>
internal sealed class WorkerLoop(HostStart start, Stream stream)
{
    private readonly Dictionary<string, Assembly> modules = new(StringComparer.Ordinal);
    private readonly object gate = new();
    private IHostedFramework? framework;
    private HostStep step;

    public void Answer(HostRequest request)
    {
        HostReply reply;
        try
        {
            reply = Handle(request);
        }
        catch (Exception problem)
        {
            reply = new HostReply.Failed(step, (problem is TargetInvocationException { InnerException: { } inner } ? inner : problem).ToString());
        }

        Send(reply);
    }

    private HostReply Handle(HostRequest request)
    {
        step = HostStep.Apply;
        switch (request)
        {
            case HostRequest.Discover discover:
                Apply(discover.Deltas);
                step = HostStep.Discover;
                framework = Create();
                return new HostReply.Found(framework.Tests);
            case HostRequest.Run run:
                Apply(run.Deltas);
                step = HostStep.Run;
                var results = Run(run.Tests, run.StopAtFirstFailure, run.Limits, run.Measure);
                return new HostReply.Ran(results, ProcessClock.Threads, Environment.WorkingSet);
            case HostRequest.Cover cover:
                step = HostStep.Run;
                var counts = new ProbeCounts(cover.Counters);
                var before = counts.Take();
                var groups = new List<IReadOnlyList<ProbeCount>>();
                var failed = new SortedSet<int>();
                foreach (var group in cover.Groups)
                {
                    failed.UnionWith(Run(group.Count == 0 ? null : group, stopAtFirstFailure: false, cover.Limits, measure: false)
                        .Where(result => result is { Outcome: HostedOutcome.Failed, Test: >= 0 }).Select(result => result.Test));
                    groups.Add(counts.Take());
                }

                return new HostReply.Covered(before, groups, [.. failed]);
            case HostRequest.Look look:
                step = HostStep.Look;
                return new HostReply.Seen(LastingObjects.In(look.Modules, framework));
            default:
                throw new InvalidOperationException($"No such request: {request.GetType().Name}");
        }
    }

    /// <summary>Made at discovery and no sooner: in a cold process a delta must be in place before any of the target's code runs.</summary>
    private IHostedFramework Create() => start.Kind switch
    {
        HostKind.Xunit2 => new Xunit2Framework(start.TestAssembly, start.SideBySide),
        HostKind.Xunit3 => new Xunit3Framework(start.TestAssembly, start.SideBySide),
        HostKind.NUnit => new NUnitFramework(start.TestAssembly, start.SideBySide),
        HostKind.Adapter => new AdapterFramework(start.TestAssembly, start.Adapter!, start.SideBySide),
        _ => throw new InvalidOperationException($"No such kind: {start.Kind}"),
    };

    private void Apply(IReadOnlyList<ModuleDelta> deltas)
    {
        foreach (var delta in deltas)
        {
            // By name into the default context, exactly as the tests get it: a delta belongs to that very module.
            if (!modules.TryGetValue(delta.Module, out var assembly))
                modules[delta.Module] = assembly = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(delta.Module));
            MetadataUpdater.ApplyUpdate(assembly, delta.Metadata, delta.Code, delta.Symbols);
        }
    }

    private IReadOnlyList<HostedResult> Run(IReadOnlyList<int>? tests, bool stopAtFirstFailure, TestLimits limits, bool measure)
    {
        var results = new ResultLog(stopAtFirstFailure, measure);
        using (new StallWatch(limits, results, Send))
            framework!.Run(tests, results);
        return results.All;
    }

    /// <summary>The watch may have something to say while the main thread is stuck in a test.</summary>
    private void Send(HostReply reply)
    {
        lock (gate)
            reply.WriteTo(stream);
    }
}
