using BugSeeder.Code;
using BugSeeder.Execution;
using BugSeeder.Execution.Hosting;
using BugSeeder.Hosting;
using BugSeeder.Model.Targets;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Proving;

/// <summary>One lane of warm workers, one for each suite, and the chains of deltas in them.</summary>
internal sealed class WarmLane(HostedTarget host, CoverageMap coverage, HostPlace place) : IAsyncDisposable
{
    /// <summary>A pool may grow by some threads; more than that were left running.</summary>
    private const int MoreThreads = 8;

    /// <summary>How many tests go first where one witness is enough.</summary>
    private const int FirstPart = 8;

    private readonly Dictionary<HostedSuite, WarmWorker> workers = [];
    private readonly Dictionary<string, int> kills = new(StringComparer.Ordinal);

    /// <summary>One mutant while it is tried.</summary>
    private sealed class Trial(WarmTry own)
    {
        private WarmAttempt? end;

        public MutantPlan Plan => own.Plan;

        public SortedSet<string> Witnesses { get; } = new(StringComparer.Ordinal);

        /// <summary>Its tests in the suite that is asked, and the parts that they are run in.</summary>
        public List<int> Tests { get; private set; } = [];

        public List<List<int>> Parts { get; set; } = [];

        public bool IsOpen(bool stopAtFirstFailure) => end is null && !(stopAtFirstFailure && Witnesses.Count > 0);

        public void Meet(HostedSuite suite, int number) => Tests = TestsOf(own.Tests, suite, number);

        public void End(WarmAttempt attempt) => end ??= attempt;

        public WarmAttempt Attempt() => end ?? (Witnesses.Count > 0 ? new WarmAttempt.Killed([.. Witnesses]) : new WarmAttempt.Survived());
    }

    private sealed record WarmWorker(Worker Worker, int Threads, IReadOnlyDictionary<string, DeltaSession> Sessions);

    /// <summary>Whether a worker was lost since the last time this was asked, so that what it said before cannot be checked any more.</summary>
    public bool HasLostWorker { get; private set; }

    /// <summary>Tries mutants, all of them at once.</summary>
    /// <param name="batch">The mutants; of several, no test of one may come near another.</param>
    /// <param name="stopAtFirstFailure">Whether one witness of each is enough.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>One entry for each, in their order.</returns>
    public async Task<IReadOnlyList<WarmAttempt>> TryAsync(IReadOnlyList<WarmTry> batch, bool stopAtFirstFailure, CancellationToken cancellationToken)
    {
        var changed = new Lazy<IReadOnlyList<ProjectCode>>(() => host.Emitter.ProductsWith([.. batch.SelectMany(item => item.Plan.Seed.Edits)]));
        var trials = batch.Select(item => new Trial(item)).ToList();
        for (var number = 0; number < host.Suites.Count; number++)
        {
            var open = trials.Where(trial => trial.IsOpen(stopAtFirstFailure)).ToList();
            open.ForEach(trial => trial.Meet(host.Suites[number], number));
            await TryAsync(trials, [.. open.Where(trial => trial.Tests.Count > 0)], changed, number, stopAtFirstFailure, cancellationToken);
        }

        return [.. trials.Select(trial => trial.Attempt())];
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
        return new(suite, Parts(near[0].Suite, TestsOf(near, suite, near[0].Suite), stopAtFirstFailure: true).First());
    }

    /// <summary>Whether a test fails without others.</summary>
    public bool StandsOnOthers(CoveringTest test) => coverage.Dependent.Contains(test);

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

    private static List<int> TestsOf(IReadOnlyList<CoveringTest>? tests, HostedSuite suite, int number) =>
        tests is null ? [.. suite.Counting.OrderBy(test => suite.Cpu[test])] : [.. tests.Where(test => test.Suite == number).Select(test => test.Test)];

    /// <summary>Runs the tests of one suite for those that are open, with all that are tried planted.</summary>
    private async Task TryAsync(List<Trial> all, List<Trial> open, Lazy<IReadOnlyList<ProjectCode>> changed, int number, bool stopAtFirstFailure, CancellationToken cancellationToken)
    {
        if (open.Count == 0)
            return;
        var suite = host.Suites[number];
        var warm = await WorkerOfAsync(suite, cancellationToken);
        if (warm is null)
        {
            open.ForEach(trial => trial.End(new WarmAttempt.Unfit("no warm worker comes up")));
            return;
        }

        var (deltas, problem) = MoveAll(warm, (project, session) =>
            all.SelectMany(trial => trial.Plan.Bodies!.GetValueOrDefault(project, [])).Distinct().ToList() is { Count: > 0 } bodies
                ? session.MoveTo(changed.Value.First(other => other.Project == project), bodies, cancellationToken)
                : session.Undo(cancellationToken));
        if (problem is not null)
        {
            // One module may have moved on while another could not: the worker and its sessions no longer agree.
            if (deltas.Count > 0)
                await LoseAsync(suite);
            var guilty = all.Where(trial => trial.Plan.Bodies!.Values.Any(bodies => bodies.Any(problem.Bodies.Contains))).ToList();
            open.ForEach(trial => trial.End(guilty.Contains(trial) || (guilty.Count == 0 && open.Count == 1) ? new WarmAttempt.Unfit(problem.Reason) : new WarmAttempt.Again()));
            return;
        }

        open.ForEach(trial => trial.Parts = [.. Parts(number, trial.Tests, stopAtFirstFailure)]);
        for (var part = 0; open.Count > 0; part++)
        {
            await RunAsync(warm, suite, deltas, open, part, stopAtFirstFailure, cancellationToken);
            open = [.. open.Where(trial => trial.IsOpen(stopAtFirstFailure) && trial.Parts.Count > part + 1)];
            deltas = [];
        }
    }

    /// <summary>Whose tests alone were run is who it was; of several it is not known.</summary>
    private static void EndAll(List<Trial> open, WarmAttempt attempt) => open.ForEach(trial => trial.End(open.Count == 1 ? attempt : new WarmAttempt.Again()));

    /// <summary>
    /// Where one witness is enough, those that killed most so far and the quickest go first: frameworks run tests in an order of their own. Tests of which one
    /// stands on others stay together, and in order.
    /// </summary>
    private IEnumerable<List<int>> Parts(int number, List<int> tests, bool stopAtFirstFailure)
    {
        if (tests.Exists(test => StandsOnOthers(new(number, test))))
            return [[.. tests.Order()]];
        if (!stopAtFirstFailure || tests.Count < 4 * FirstPart)
            return [tests];
        var likely = tests.OrderByDescending(test => host.Suites[number].IdentitiesOf(test).Sum(identity => kills.GetValueOrDefault(identity))).Take(FirstPart).Union(tests.Take(FirstPart)).ToList();
        return [likely, [.. tests.Except(likely)]];
    }

    private async Task RunAsync(WarmWorker warm, HostedSuite suite, List<ModuleDelta> deltas, List<Trial> open, int part, bool stopAtFirstFailure, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("warm: run tests");
        List<int> tests = [.. open.SelectMany(trial => trial.Parts[part]).Distinct()];
        var answer = await warm.Worker.AskAsync(new HostRequest.Run(deltas, tests, stopAtFirstFailure && open.Count == 1, suite.WarmLimits(tests)), HostLimits.Whole, cancellationToken);
        if (answer is not WorkerAnswer.Replied { Reply: HostReply.Ran ran })
        {
            await LoseAsync(suite);
            var ended = RunEnds.Of(answer);
            EndAll(open, ended.End == HostEnd.Broken ? new WarmAttempt.Unfit(ended.Reason) : new WarmAttempt.Suspect(ended.End, new(suite, tests)));
            return;
        }

        var run = suite.Read(ran.Results);
        if (run.Failures.Values.Any(RunEnds.IsLoaderError))
        {
            await LoseAsync(suite);
            EndAll(open, new WarmAttempt.Unfit("the changed code could not be loaded"));
            return;
        }

        if (ran.Threads > warm.Threads + MoreThreads)
            await LoseAsync(suite);
        var killers = run.Failures.Keys.Where(suite.Trusted.Contains).ToList();
        foreach (var killer in killers)
            kills[killer] = kills.GetValueOrDefault(killer) + 1;
        foreach (var trial in open)
            trial.Witnesses.UnionWith(open.Count == 1 ? killers : killers.Where(killer => trial.Parts[part].Any(test => suite.IdentitiesOf(test).Contains(killer))));
        if (run.Reason.Length > 0)
        {
            EndAll(open, new WarmAttempt.Unfit("something failed outside of any test"));
            return;
        }

        foreach (var trial in open.Where(trial => trial.IsOpen(stopAtFirstFailure) && !trial.Parts[part].TrueForAll(test => suite.IdentitiesOf(test).All(run.Tests.ContainsKey))))
            trial.End(new WarmAttempt.Unfit("a test was not reported"));
    }

    private static (List<ModuleDelta> Deltas, DeltaProblem? Problem) MoveAll(WarmWorker warm, Func<DeltaSession, (ModuleDelta? Delta, DeltaProblem? Problem)> move) => MoveAll(warm, (_, session) => move(session));

    private static (List<ModuleDelta> Deltas, DeltaProblem? Problem) MoveAll(WarmWorker warm, Func<string, DeltaSession, (ModuleDelta? Delta, DeltaProblem? Problem)> move)
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
