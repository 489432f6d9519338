using System.Threading.Channels;
using BugSeeder.Code;
using BugSeeder.Execution;
using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>
/// Screens seeds in fresh processes on whole images, while warm workers are still finding out which. Those that nobody noticed are planted together, as many
/// as do not touch each other, and all tests run: if none fails, none of them is noticed. Otherwise those near the tests that failed are tried apart from the others.
/// What is likely to be noticed is tried as a delta first, which costs no compilation; what nobody notices then is planted once more as whole images.
/// </summary>
internal sealed class ColdScreen(HostedTarget host, ScreenOptions options, OptimisedImages images)
{
    private readonly Channel<ColdGroup> waiting = Channel.CreateUnbounded<ColdGroup>();
    private readonly FreshDeltas[] deltas = [.. host.ColdPlaces.Select(_ => new FreshDeltas(host))];
    private readonly List<Screening> settled = [];
    private readonly List<ColdCase> unseen = [];
    private readonly Lock gate = new();

    /// <summary>Groups that are not settled, and one for those that may yet come.</summary>
    private int open = 1;

    /// <summary>The verdicts.</summary>
    public IReadOnlyList<Screening> Settled => settled;

    /// <summary>Adds a seed that has to be tried alone.</summary>
    public void Add(ColdCase single) => Post(new([single], IsSuspected: true));

    /// <summary>Adds seeds that nobody noticed.</summary>
    public void AddUnnoticed(IReadOnlyList<ColdCase> unnoticed)
    {
        foreach (var group in ColdGroups.Of(unnoticed))
            Post(new(group, IsSuspected: false));
    }

    /// <summary>No more will come.</summary>
    public void Finish() => Done();

    /// <summary>Screens what is added, until <see cref="Finish"/> was called and all of it is settled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Enumerable.Range(0, host.ColdPlaces.Count).Select(lane => Task.Run(() => DrainAsync(lane, cancellationToken), cancellationToken)));
        foreach (var place in host.ColdPlaces)
            place.Restore();
    }

    private void Post(ColdGroup group)
    {
        Interlocked.Increment(ref open);
        waiting.Writer.TryWrite(group);
    }

    /// <summary>What nobody noticed as a delta is tried as whole images when all else is settled, so that it fills few groups.</summary>
    private void Done()
    {
        if (Interlocked.Decrement(ref open) > 0)
            return;
        List<ColdCase> again;
        lock (gate)
        {
            again = [.. unseen];
            unseen.Clear();
        }

        if (again.Count > 0)
        {
            Interlocked.Increment(ref open);
            AddUnnoticed(again);
            Done();
        }
        else
        {
            waiting.Writer.TryComplete();
        }
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

    private async Task TryAsync(ColdGroup group, int lane, CancellationToken cancellationToken)
    {
        var cases = group.Cases;
        if (group is { IsSuspected: true } && cases.All(item => item.MayBeDelta) && DeltasOf(cases, lane, cancellationToken) is { } changes)
        {
            await TryAsync(cases, stop => host.RunColdAsync(lane, RunOf(cases) with { Deltas = changes, StopAtFirstFailure = stop }, cancellationToken), isDelta: true, cancellationToken);
            return;
        }

        Emission emission;
        using (Phases.Start(cases.Count == 1 ? "cold: compile one" : "cold: compile a group"))
            emission = EmissionOf(cases, cancellationToken);
        if (cases.Count == 1 && SettledByCompiler(cases[0].Seed, emission) is { } known)
            Settle(known);
        else
            await TryAsync(cases, stop => emission.Error is null ? host.RunColdAsync(lane, RunOf(cases) with { Images = emission.Images, StopAtFirstFailure = stop }, cancellationToken) : Task.FromResult(HostRun.Ended(HostEnd.Broken, emission.Error)), isDelta: false, cancellationToken);
    }

    private async Task TryAsync(IReadOnlyList<ColdCase> cases, Func<bool, Task<HostRun>> runAsync, bool isDelta, CancellationToken cancellationToken)
    {
        // Of several all tests run, although one failure says that not all are quiet: each failed test tells where to look.
        var run = await runAsync(cases.Count == 1 && !options.WholeWitnessLists);
        // A machine under load, or a test that wavers, is not the mutant's doing: two runs have to end alike, of which one may have been warm.
        if (cases.Count == 1 && run.End != HostEnd.Ran && run.End != cases[0].Before)
            run = await runAsync(!options.WholeWitnessLists);
        if (IsQuiet(run))
            Quiet(cases, isDelta, cancellationToken);
        else if (isDelta && (run.End == HostEnd.Broken || run.Failures.Values.Any(RunEnds.IsLoaderError)))
            Post(new([.. cases.Select(AsImage)], IsSuspected: true));
        else if (cases.Count > 1)
            ColdGroups.Split(cases, test => host.Suites[test.Suite].IdentitiesOf(test.Test).Any(run.Failures.ContainsKey)).ToList().ForEach(Post);
        else if (Read(run, cases[0].Seed) is var screening && isDelta && screening.Verdict == ScreenVerdict.Unsettled)
            Post(new([AsImage(cases[0])], IsSuspected: true));
        else
            Settle(screening);
    }

    private static ColdRun RunOf(IReadOnlyList<ColdCase> cases) => new() { First = cases.Count == 1 ? cases[0].First : null };

    private IReadOnlyDictionary<HostedSuite, IReadOnlyList<TestHost.Protocol.ModuleDelta>>? DeltasOf(IReadOnlyList<ColdCase> cases, int lane, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("cold: compile delta");
        return deltas[lane].Of(cases, cancellationToken);
    }

    private static ColdCase AsImage(ColdCase item) => item with { MayBeDelta = false };

    private void Quiet(IReadOnlyList<ColdCase> cases, bool isDelta, CancellationToken cancellationToken)
    {
        if (isDelta)
        {
            lock (gate)
                unseen.AddRange(cases.Select(item => AsImage(item) with { First = null }));
            return;
        }

        foreach (var item in cases)
            Settle(Quiet(item, cancellationToken));
    }

    private Screening? SettledByCompiler(Seed seed, Emission emission) =>
        emission.Images.Select(image => host.WhyRealOnly(image.Assembly)).OfType<string>().FirstOrDefault() is { } reason ? new(seed, ScreenVerdict.Unsettled, ScreenTier.Real, reason, [])
        : emission.IsOriginals ? Screening.OfUncompiled(seed)
        : emission.Error is { } error ? new(seed, ScreenVerdict.DoesNotCompile, ScreenTier.Compiler, error, [])
        : null;

    /// <summary>What a run that is not quiet says of the one seed that was planted.</summary>
    private Screening Read(HostRun run, Seed seed)
    {
        var witnesses = Witnesses(run);
        return run.End switch
        {
            HostEnd.TimedOut => new(seed, ScreenVerdict.TimedOut, ScreenTier.Cold, run.Reason, witnesses),
            HostEnd.Crashed => new(seed, ScreenVerdict.Crashed, ScreenTier.Cold, run.Reason, witnesses),
            HostEnd.OutOfMemory => new(seed, ScreenVerdict.OutOfMemory, ScreenTier.Cold, run.Reason, witnesses),
            HostEnd.Ran when run.Failures.Any(failure => witnesses.Contains(failure.Key) && !RunEnds.IsLoaderError(failure.Value)) => new(seed, ScreenVerdict.Killed, ScreenTier.Cold, "a test fails", witnesses),
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
        return host.Emitter.Emit(host.Emitter.ProductsWith(edits), bodiesOnly: group.All(item => item.Bodies is not null), cancellationToken);
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
