using System.Threading.Channels;
using BugSeeder.Code;
using BugSeeder.Execution;
using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>
/// Screens seeds in fresh processes on whole images, while warm workers are still finding out which. Those that nobody noticed are planted together, as many
/// as do not touch each other, and all tests run: if none fails, none of them is noticed. Otherwise those near the tests that failed are tried apart from the others.
/// </summary>
internal sealed class ColdScreen(HostedTarget host, ScreenOptions options, OptimisedImages images)
{
    private readonly Channel<IReadOnlyList<ColdCase>> waiting = Channel.CreateUnbounded<IReadOnlyList<ColdCase>>();
    private readonly List<Screening> settled = [];
    private readonly Lock gate = new();

    /// <summary>Groups that are not settled, and one for those that may yet come.</summary>
    private int open = 1;

    /// <summary>The verdicts.</summary>
    public IReadOnlyList<Screening> Settled => settled;

    /// <summary>Adds a seed that has to be tried alone.</summary>
    public void Add(ColdCase single) => Post([single]);

    /// <summary>Adds seeds that nobody noticed; no more will come.</summary>
    public void Finish(IReadOnlyList<ColdCase> unnoticed)
    {
        foreach (var group in ColdGroups.Of(unnoticed))
            Post(group);
        Done();
    }

    /// <summary>Screens what is added, until <see cref="Finish"/> was called and all of it is settled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Enumerable.Range(0, host.ColdPlaces.Count).Select(lane => Task.Run(() => DrainAsync(lane, cancellationToken), cancellationToken)));
        foreach (var place in host.ColdPlaces)
            place.Restore();
    }

    private void Post(IReadOnlyList<ColdCase> group)
    {
        Interlocked.Increment(ref open);
        waiting.Writer.TryWrite(group);
    }

    private void Done()
    {
        if (Interlocked.Decrement(ref open) == 0)
            waiting.Writer.TryComplete();
    }

    private async Task DrainAsync(int lane, CancellationToken cancellationToken)
    {
        await foreach (var group in waiting.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await TryAsync(group, lane, cancellationToken);
            }
            finally
            {
                Done();
            }
        }
    }

    private async Task TryAsync(IReadOnlyList<ColdCase> group, int lane, CancellationToken cancellationToken)
    {
        Emission emission;
        using (Phases.Start(group.Count == 1 ? "cold: compile one" : "cold: compile a group"))
            emission = EmissionOf(group, cancellationToken);
        if (group.Count == 1)
        {
            Settle(emission.Images.Any(image => host.IsRewritten(image.Assembly))
                ? new(group[0].Seed, ScreenVerdict.Unsettled, ScreenTier.Real, "something rewrites an assembly after compilation", [])
                : emission.Error is { } error
                ? new(group[0].Seed, ScreenVerdict.DoesNotCompile, ScreenTier.Compiler, error, [])
                : await TryAsync(group[0], emission, lane, cancellationToken));
            return;
        }

        // All tests run, although one failure says that the group is not quiet: each failed test tells where to look.
        var run = emission.Error is null ? await host.RunColdAsync(lane, emission.Images, stopAtFirstFailure: false, cancellationToken) : HostRun.Ended(HostEnd.Broken, emission.Error);
        if (IsQuiet(run))
        {
            foreach (var item in group)
                Settle(Quiet(item, cancellationToken));
            return;
        }

        foreach (var part in ColdGroups.Split(group, test => host.Suites[test.Suite].IdentitiesOf(test.Test).Any(run.Failures.ContainsKey)))
            Post(part);
    }

    private async Task<Screening> TryAsync(ColdCase item, Emission emission, int lane, CancellationToken cancellationToken)
    {
        var seed = item.Seed;
        var run = await host.RunColdAsync(lane, emission.Images, stopAtFirstFailure: !options.WholeWitnessLists, cancellationToken);
        // A machine under load, or a test that wavers, is not the mutant's doing: two runs have to end alike, of which one may have been warm.
        if (run.End != HostEnd.Ran && run.End != item.Before)
            run = await host.RunColdAsync(lane, emission.Images, stopAtFirstFailure: !options.WholeWitnessLists, cancellationToken);
        var witnesses = Witnesses(run);
        return run.End switch
        {
            HostEnd.TimedOut => new(seed, ScreenVerdict.TimedOut, ScreenTier.Cold, run.Reason, witnesses),
            HostEnd.Crashed => new(seed, ScreenVerdict.Crashed, ScreenTier.Cold, run.Reason, witnesses),
            HostEnd.OutOfMemory => new(seed, ScreenVerdict.OutOfMemory, ScreenTier.Cold, run.Reason, witnesses),
            HostEnd.Ran when run.Failures.Any(failure => witnesses.Contains(failure.Key) && !RunEnds.IsLoaderError(failure.Value)) => new(seed, ScreenVerdict.Killed, ScreenTier.Cold, "a test fails", witnesses),
            HostEnd.Ran when IsQuiet(run) => Quiet(item, cancellationToken),
            HostEnd.Ran => new(seed, ScreenVerdict.Unsettled, ScreenTier.Real, run.Reason.Length > 0 ? "something fails outside of any test" : "a test is not reported, or its code cannot be loaded", []),
            HostEnd.Broken => new(seed, ScreenVerdict.Unsettled, ScreenTier.Real, run.Reason, []),
            _ => throw new InvalidOperationException($"No such end: {run.End}"),
        };
    }

    /// <summary>Every test of the oracle has passed, and nothing else has failed.</summary>
    private bool IsQuiet(HostRun run) =>
        run is { End: HostEnd.Ran, Reason: "" } && host.Suites.All(suite => suite.Trusted.All(test => run.Tests.GetValueOrDefault(test, Model.Targets.TestOutcome.Failed) == Model.Targets.TestOutcome.Passed));

    private List<string> Witnesses(HostRun run) => [.. run.Failures.Keys.Where(test => host.Suites.Any(suite => suite.Trusted.Contains(test))).Order(StringComparer.Ordinal)];

    private Screening Quiet(ColdCase item, CancellationToken cancellationToken) =>
        !host.HearsAll ? new(item.Seed, ScreenVerdict.Unsettled, ScreenTier.Real, "no hosted test notices it, and not all tests are hosted", [])
        : options.Equivalence && IsEquivalent(item.Seed, cancellationToken) ? new(item.Seed, ScreenVerdict.Equivalent, ScreenTier.Compiler, "the optimised image is the same as the original's", [])
        : item.Tests is { Count: 0 } ? new(item.Seed, ScreenVerdict.NotCovered, ScreenTier.Cold, "no test runs it", [])
        : new(item.Seed, ScreenVerdict.Survived, ScreenTier.Cold, "no test notices it", []);

    private Emission EmissionOf(IReadOnlyList<ColdCase> group, CancellationToken cancellationToken)
    {
        var edits = group.SelectMany(item => item.Seed.Edits).ToList();
        List<ProjectCode> changed = [.. host.Emitter.Products.Where(project => edits.Exists(edit => project.Trees.ContainsKey(edit.File))).Select(project => project.WithEdits(edits))];
        return host.Emitter.Emit(changed, bodiesOnly: group.All(item => item.InBodies), cancellationToken);
    }

    private bool IsEquivalent(Seed seed, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("equivalence");
        return host.Emitter.Products.Where(project => seed.Edits.Any(edit => project.Trees.ContainsKey(edit.File))).All(project => images.DifferenceOf(project, project.WithEdits(seed.Edits), seed.Edits, cancellationToken) is { Length: 0 });
    }

    private void Settle(Screening screening)
    {
        lock (gate)
            settled.Add(screening);
    }
}
