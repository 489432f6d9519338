using BugSeeder.Execution;
using BugSeeder.Execution.Hosting;
using BugSeeder.Hosting;
using BugSeeder.Model.Targets;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Proving;

/// <summary>What a warm worker made of a mutant.</summary>
internal abstract record WarmAttempt
{
    /// <summary>Tests of the oracle failed.</summary>
    public sealed record Killed(IReadOnlyList<string> Witnesses) : WarmAttempt;

    /// <summary>All tests that come near it passed.</summary>
    public sealed record Survived : WarmAttempt;

    /// <summary>It hung, crashed or filled the memory, and took the worker with it; a fresh process has to try it alone.</summary>
    public sealed record Suspect(HostEnd End, SuiteTests Tests) : WarmAttempt;

    /// <summary>A delta cannot do it; it takes whole images.</summary>
    public sealed record Unfit(string Reason) : WarmAttempt;
}

/// <summary>One lane of warm workers, one for each suite, and the chains of deltas in them.</summary>
internal sealed class WarmLane(HostedTarget host, HostPlace place) : IAsyncDisposable
{
    /// <summary>A pool may grow by some threads; more than that were left running.</summary>
    private const int MoreThreads = 8;

    /// <summary>How many tests go first where one witness is enough.</summary>
    private const int FirstPart = 8;

    private readonly Dictionary<HostedSuite, WarmWorker> workers = [];
    private readonly Dictionary<string, int> kills = new(StringComparer.Ordinal);

    private sealed record WarmWorker(Worker Worker, int Threads, IReadOnlyDictionary<string, DeltaSession> Sessions);

    /// <summary>Whether a worker was lost since the last time this was asked, so that what it said before cannot be checked any more.</summary>
    public bool HasLostWorker { get; private set; }

    /// <summary>Tries a mutant.</summary>
    /// <param name="plan">The mutant, one that deltas can do.</param>
    /// <param name="only">Only these tests, by identity; <see langword="null"/> for all that come near it.</param>
    /// <param name="stopAtFirstFailure">Whether one witness is enough.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<WarmAttempt> TryAsync(MutantPlan plan, IReadOnlyCollection<string>? only, bool stopAtFirstFailure, CancellationToken cancellationToken)
    {
        var witnesses = new SortedSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < host.Suites.Count; number++)
        {
            var suite = host.Suites[number];
            var tests = TestsOf(plan, suite, number, only);
            if (tests.Count == 0)
                continue;
            var attempt = await TryAsync(plan, suite, tests, stopAtFirstFailure, witnesses, cancellationToken);
            if (attempt is not null)
                return attempt;
            if (stopAtFirstFailure && witnesses.Count > 0)
                break;
        }

        return witnesses.Count > 0 ? new WarmAttempt.Killed([.. witnesses]) : new WarmAttempt.Survived();
    }

    /// <summary>Takes every worker back to the original and runs all tests: whether what was said since the last time can be believed.</summary>
    public async Task<bool> IsCleanAsync(CancellationToken cancellationToken)
    {
        foreach (var (suite, warm) in workers.ToList())
        {
            var (deltas, problem) = MoveAll(warm, session => session.Undo(cancellationToken));
            var answer = problem is null ? await warm.Worker.AskAsync(new HostRequest.Run(deltas, null, false, suite.WarmLimits(null)), HostLimits.Whole, cancellationToken) : null;
            var ran = (answer as WorkerAnswer.Replied)?.Reply as HostReply.Ran;
            var clean = ran is not null && suite.Read(ran.Results) is { Reason: "" } run && suite.Trusted.All(test => run.Tests.GetValueOrDefault(test, TestOutcome.Failed) == TestOutcome.Passed);
            if (!clean)
            {
                await DropAllAsync();
                HasLostWorker = false;
                return false;
            }

            // Nothing that was left running has done harm so far, and it should not get the time to.
            if (IsLong(warm) || ran!.Threads > warm.Threads + 1)
                await DropAsync(suite);
        }

        HasLostWorker = false;
        return true;
    }

    /// <summary>The tests of one suite that are the most likely to notice a mutant, and the quickest; <see langword="null"/> where any may.</summary>
    public SuiteTests? FirstOf(MutantPlan plan)
    {
        if (plan.Tests is not { Count: > 0 } near)
            return null;
        var suite = host.Suites[near[0].Suite];
        return new(suite, Parts(suite, TestsOf(plan, suite, near[0].Suite, null), stopAtFirstFailure: true).First());
    }

    /// <summary>Ends all workers, so that the next mutant meets one that has run none.</summary>
    public Task RenewAsync() => DropAllAsync();

    /// <summary>Ends the workers whose chains of deltas have become too long.</summary>
    public async Task RenewLongChainsAsync()
    {
        foreach (var (suite, _) in workers.Where(worker => IsLong(worker.Value)).ToList())
            await DropAsync(suite);
    }

    private bool IsLong(WarmWorker warm) => warm.Sessions.Values.Sum(session => session.Generation) >= host.LongestChain;

    /// <summary>Forgets that a worker was lost, since what it said is being looked at again.</summary>
    public void Forget() => HasLostWorker = false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await DropAllAsync();

    private static List<int> TestsOf(MutantPlan plan, HostedSuite suite, int number, IReadOnlyCollection<string>? only)
    {
        var near = plan.Tests is null
            ? suite.Counting.OrderBy(test => suite.Cpu[test])
            : plan.Tests.Where(test => test.Suite == number).Select(test => test.Test);
        return [.. near.Where(test => only is null || suite.IdentitiesOf(test).Any(only.Contains))];
    }

    /// <summary>Adds the witnesses, or says what came between.</summary>
    private async Task<WarmAttempt?> TryAsync(MutantPlan plan, HostedSuite suite, List<int> tests, bool stopAtFirstFailure, SortedSet<string> witnesses, CancellationToken cancellationToken)
    {
        var warm = await WorkerOfAsync(suite, cancellationToken);
        if (warm is null)
            return new WarmAttempt.Unfit("no warm worker comes up");
        var (deltas, problem) = MoveAll(warm, (project, session) =>
            plan.Bodies!.TryGetValue(project, out var bodies) ? session.MoveTo(plan.Changed.First(changed => changed.Project == project), bodies, cancellationToken) : session.Undo(cancellationToken));
        if (problem is not null)
        {
            // One module may have moved on while another could not: the worker and its sessions no longer agree.
            if (deltas.Count > 0)
                await LoseAsync(suite);
            return new WarmAttempt.Unfit(problem);
        }

        foreach (var part in Parts(suite, tests, stopAtFirstFailure))
        {
            var attempt = await TryAsync(warm, suite, deltas, part, stopAtFirstFailure, witnesses, cancellationToken);
            if (attempt is not null || (stopAtFirstFailure && witnesses.Count > 0))
                return attempt;
            deltas = [];
        }

        return null;
    }

    /// <summary>Where one witness is enough, those that killed most so far and the quickest go first: frameworks run tests in an order of their own.</summary>
    private IEnumerable<List<int>> Parts(HostedSuite suite, List<int> tests, bool stopAtFirstFailure)
    {
        if (!stopAtFirstFailure || tests.Count < 4 * FirstPart)
            return [tests];
        var likely = tests.OrderByDescending(test => suite.IdentitiesOf(test).Sum(identity => kills.GetValueOrDefault(identity))).Take(FirstPart).Union(tests.Take(FirstPart)).ToList();
        return [likely, [.. tests.Except(likely)]];
    }

    private async Task<WarmAttempt?> TryAsync(WarmWorker warm, HostedSuite suite, List<ModuleDelta> deltas, List<int> tests, bool stopAtFirstFailure, SortedSet<string> witnesses, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("warm: run tests");
        var answer = await warm.Worker.AskAsync(new HostRequest.Run(deltas, tests, stopAtFirstFailure, suite.WarmLimits(tests)), HostLimits.Whole, cancellationToken);
        if (answer is not WorkerAnswer.Replied { Reply: HostReply.Ran ran })
        {
            await LoseAsync(suite);
            var ended = RunEnds.Of(answer);
            return ended.End == HostEnd.Broken ? new WarmAttempt.Unfit(ended.Reason) : new WarmAttempt.Suspect(ended.End, new(suite, tests));
        }

        var run = suite.Read(ran.Results);
        if (run.Failures.Values.Any(RunEnds.IsLoaderError))
        {
            await LoseAsync(suite);
            return new WarmAttempt.Unfit("the changed code could not be loaded");
        }

        if (ran.Threads > warm.Threads + MoreThreads)
            await LoseAsync(suite);
        var killers = run.Failures.Keys.Where(suite.Trusted.Contains).ToList();
        witnesses.UnionWith(killers);
        foreach (var killer in killers)
            kills[killer] = kills.GetValueOrDefault(killer) + 1;
        if (run.Reason.Length > 0)
            return new WarmAttempt.Unfit("something failed outside of any test");
        var stopped = stopAtFirstFailure && killers.Count > 0;
        return stopped || tests.TrueForAll(test => suite.IdentitiesOf(test).All(run.Tests.ContainsKey)) ? null : new WarmAttempt.Unfit("a test was not reported");
    }

    private static (List<ModuleDelta> Deltas, string? Problem) MoveAll(WarmWorker warm, Func<DeltaSession, (ModuleDelta? Delta, string? Problem)> move) => MoveAll(warm, (_, session) => move(session));

    private static (List<ModuleDelta> Deltas, string? Problem) MoveAll(WarmWorker warm, Func<string, DeltaSession, (ModuleDelta? Delta, string? Problem)> move)
    {
        using var phase = Phases.Start("warm: compile delta");
        var deltas = new List<ModuleDelta>();
        foreach (var (project, session) in warm.Sessions)
        {
            var (delta, problem) = move(project, session);
            if (problem is not null)
                return (deltas, problem);
            if (delta is not null)
                deltas.Add(delta);
        }

        return (deltas, null);
    }

    /// <summary>A worker is warm when it has run all tests once: what runs once in a process has then run unchanged.</summary>
    private async Task<WarmWorker?> WorkerOfAsync(HostedSuite suite, CancellationToken cancellationToken)
    {
        if (workers.TryGetValue(suite, out var known))
            return known;
        using var phase = Phases.Start("warm: start");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            Worker worker;
            try
            {
                worker = await host.StartAsync(suite, place, cancellationToken);
            }
            catch (WorkerException)
            {
                continue;
            }

            var answer = await worker.AskAsync(new HostRequest.Run([], null, false, suite.ColdLimits(null)), HostLimits.Whole, cancellationToken);
            if (answer is WorkerAnswer.Replied { Reply: HostReply.Ran ran })
            {
                var sessions = host.Emitter.Products.Where(project => host.Uses(suite, project)).ToDictionary(project => project.Project, project => new DeltaSession(project, host.BuiltImage(suite, project)), StringComparer.Ordinal);
                return workers[suite] = new(worker, ran.Threads, sessions);
            }

            await worker.DisposeAsync();
        }

        return null;
    }

    private async Task LoseAsync(HostedSuite suite)
    {
        HasLostWorker = true;
        await DropAsync(suite);
    }

    private async Task DropAsync(HostedSuite suite)
    {
        if (workers.Remove(suite, out var warm))
            await warm.Worker.DisposeAsync();
    }

    private async Task DropAllAsync()
    {
        foreach (var suite in workers.Keys.ToList())
            await DropAsync(suite);
    }
}
