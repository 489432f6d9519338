using System.Collections.Concurrent;
using BugSeeder.Execution;
using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>
/// Screens seeds on one warm lane. A mutant may leave something behind that a later one trips over, so now and then the lane goes back to the original
/// and runs all tests; only when they pass are the kills since the last time believed. Otherwise a fresh worker has to say them again, half by half, until
/// what left something behind is among a few, which are tried each in a process of its own. What is left behind may also be such that the original bears
/// with it and a mutant does not; where no real build confirms a kill, a second worker has to say it too, or a fresh process.
/// </summary>
internal sealed class WarmScreen(HostedTarget host, MutantPlan.Planner planner, WarmLane lane, ColdScreen cold, ScreenOptions options)
{
    private const int LongestInterval = 50;
    private const int ShortestInterval = 6;

    /// <summary>So few kills are sooner tried each in a fresh process than again in a worker that has to get warm first.</summary>
    private const int Few = 6;

    private readonly List<Kill> believedUntilChecked = [];
    private readonly List<Kill> saidOnce = [];
    private readonly List<MutantPlan> fresh = [];
    private int interval = LongestInterval;
    private int tried;
    private int sinceCheck;

    /// <summary>What a warm worker says was noticed, by which tests, and in which of this lane's batches it said so.</summary>
    private sealed record Kill(MutantPlan Plan, IReadOnlyList<string> Witnesses, int Batch);

    /// <summary>Verdicts that stand.</summary>
    public List<Screening> Settled { get; } = [];

    /// <summary>What no test noticed.</summary>
    public List<ColdCase> Unnoticed { get; } = [];

    /// <summary>Plans seeds until none is left. What no warm worker can try is settled, or goes where it belongs.</summary>
    /// <returns>What warm workers are to try.</returns>
    public IReadOnlyList<MutantPlan> Plan(ConcurrentQueue<Seed> seeds, CancellationToken cancellationToken)
    {
        var plans = new List<MutantPlan>();
        while (seeds.TryDequeue(out var seed))
        {
            MutantPlan plan;
            using (Phases.Start("warm: plan"))
                plan = planner.Plan(seed, cancellationToken);
            if (IsWarm(plan, cancellationToken))
                plans.Add(plan);
        }

        return plans;
    }

    /// <summary>Tries batches until none is left. What needs a fresh process follows, since it is known by then which tests notice much.</summary>
    public async Task TryAsync(ConcurrentQueue<IReadOnlyList<MutantPlan>> batches, CancellationToken cancellationToken)
    {
        while (batches.TryDequeue(out var batch))
            await TryAsync(batch, cancellationToken);
        foreach (var plan in fresh)
            cold.Add(new(plan.Seed, HostEnd.Ran, plan.Bodies, plan.Tests) { First = options.WholeWitnessLists ? null : lane.FirstOf(plan) });
        fresh.Clear();
    }

    /// <summary>Settles what was said so far; no more will come.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        await SayTwiceAsync(cancellationToken);
    }

    private bool IsWarm(MutantPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Projects.Count == 0)
            Settled.Add(new(plan.Seed, ScreenVerdict.Unsettled, ScreenTier.Real, "it changes something else than C# sources of known projects", []));
        else if (plan.Projects.Select(project => host.WhyRealOnly(Emitter.AssemblyOf(project))).OfType<string>().FirstOrDefault() is { } reason)
            Settled.Add(new(plan.Seed, ScreenVerdict.Unsettled, ScreenTier.Real, reason, []));
        else if (plan.Bodies is null)
            cold.Add(new(plan.Seed, HostEnd.Ran, null));
        else if (plan.Tests is { Count: 0 } && !SettledAsError(plan, cancellationToken))
            Unnoticed.Add(new(plan.Seed, HostEnd.Ran, plan.Bodies, plan.Tests));
        else if (plan.Tests is not { Count: 0 } && !plan.NeedsFreshProcess)
            return true;
        else if (plan.Tests is not { Count: 0 } && !SettledAsError(plan, cancellationToken))
            fresh.Add(plan);
        return false;
    }

    private async Task TryAsync(IReadOnlyList<MutantPlan> batch, CancellationToken cancellationToken)
    {
        tried++;
        sinceCheck += batch.Count;
        var attempts = await lane.TryAsync([.. batch.Select(plan => new WarmTry(plan, plan.Tests))], stopAtFirstFailure: !options.WholeWitnessLists, cancellationToken);
        var again = new List<MutantPlan>();
        foreach (var (plan, attempt) in batch.Zip(attempts))
        {
            switch (attempt)
            {
                case WarmAttempt.Killed killed:
                    believedUntilChecked.Add(new(plan, killed.Witnesses, tried));
                    break;
                case WarmAttempt.Survived:
                    Unnoticed.Add(new(plan.Seed, HostEnd.Ran, plan.Bodies, plan.Tests));
                    break;
                case WarmAttempt.Suspect suspect:
                    cold.Add(new(plan.Seed, suspect.End, plan.Bodies) { First = suspect.Tests });
                    break;
                case WarmAttempt.Unfit:
                    // Where there is no delta, the reason is mostly that the code is wrong.
                    if (!SettledAsError(plan, cancellationToken))
                        cold.Add(new(plan.Seed, HostEnd.Ran, plan.Bodies) { MayBeDelta = false });
                    break;
                case WarmAttempt.Again:
                    again.Add(plan);
                    break;
            }
        }

        if (lane.HasLostWorker)
            await RepeatAsync(cancellationToken);
        if (sinceCheck >= interval)
            await CheckAsync(cancellationToken);
        // Without those whose code is wrong the others may still go together; where it is not known whose doing it was, each goes alone.
        foreach (var part in again.Count > 0 && attempts.Any(attempt => attempt is WarmAttempt.Unfit) ? [again] : again.Select(plan => (IReadOnlyList<MutantPlan>)[plan]))
            await TryAsync(part, cancellationToken);
    }

    /// <summary>The worker that said these things is gone, so another says them again, by the witnesses alone.</summary>
    private async Task RepeatAsync(CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("warm: repeat");
        lane.Forget();
        var again = await KilledAgainAsync([.. believedUntilChecked], cancellationToken);
        believedUntilChecked.Clear();
        if (lane.HasLostWorker)
            Distrust(again);
        else
            believedUntilChecked.AddRange(again);
        lane.Forget();
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("warm: check");
        sinceCheck = 0;
        if (await lane.IsCleanAsync(cancellationToken))
        {
            interval = Math.Min(LongestInterval, 2 * interval);
            Settle(believedUntilChecked);
            believedUntilChecked.Clear();
            return;
        }

        interval = Math.Max(ShortestInterval, interval / 2);
        var doubtful = believedUntilChecked.ToList();
        believedUntilChecked.Clear();
        await SayAgainAsync(doubtful, cancellationToken);
    }

    /// <summary>Tries kills again by their first witnesses, each half in a worker that is clean before it and looked at after it.</summary>
    private async Task SayAgainAsync(List<Kill> doubtful, CancellationToken cancellationToken)
    {
        if (doubtful.Count <= Few)
        {
            Distrust(doubtful);
            return;
        }

        foreach (var half in doubtful.Chunk((doubtful.Count + 1) / 2))
        {
            var again = await KilledAgainAsync(half, cancellationToken);
            if (lane.HasLostWorker)
            {
                lane.Forget();
                Distrust(again);
            }
            else if (await lane.IsCleanAsync(cancellationToken))
            {
                Settle(again);
            }
            else
            {
                await SayAgainAsync(again, cancellationToken);
            }
        }
    }

    /// <summary>Which kills a worker says again; the others, and those behind the loss of the worker, get a fresh process each.</summary>
    private async Task<List<Kill>> KilledAgainAsync(IEnumerable<Kill> kills, CancellationToken cancellationToken)
    {
        var again = new List<Kill>();
        foreach (var batch in Batches(kills))
            again.AddRange(await KilledAtOnceAsync(batch, cancellationToken));
        return again;
    }

    /// <summary>One witness each is enough, and two that were tried at once are not again: one of them may have been noticed for the other's sake.</summary>
    private IReadOnlyList<IReadOnlyList<Kill>> Batches(IEnumerable<Kill> kills) => WarmBatches.Of(kills, Witnessed, (first, second) => first.Batch != second.Batch);

    /// <summary>A test that stands on others says nothing without them.</summary>
    private WarmTry Witnessed(Kill kill)
    {
        List<CoveringTest> tests = [.. host.TestsNamed(kill.Witnesses[0]).Where(test => kill.Plan.Tests?.Contains(test) ?? true)];
        return new(kill.Plan, tests.Exists(lane.StandsOnOthers) ? null : tests);
    }

    private async Task<List<Kill>> KilledAtOnceAsync(IReadOnlyList<Kill> batch, CancellationToken cancellationToken)
    {
        var killed = new List<Kill>();
        if (lane.HasLostWorker)
        {
            Distrust(batch);
            return killed;
        }

        foreach (var (kill, attempt) in batch.Zip(await lane.TryAsync([.. batch.Select(Witnessed)], stopAtFirstFailure: true, cancellationToken)))
        {
            if (attempt is WarmAttempt.Killed)
                killed.Add(kill);
            else if (attempt is WarmAttempt.Again)
                killed.AddRange(await KilledAtOnceAsync([kill], cancellationToken));
            else
                Distrust([kill]);
        }

        return killed;
    }

    private void Distrust(IEnumerable<Kill> kills)
    {
        foreach (var kill in kills)
            cold.Add(new(kill.Plan.Seed, HostEnd.Ran, kill.Plan.Bodies));
    }

    private SuiteTests? FirstOf(Kill kill) =>
        !options.WholeWitnessLists && Witnessed(kill).Tests is { Count: > 0 } tests ? new(host.Suites[tests[0].Suite], [.. tests.Where(test => test.Suite == tests[0].Suite).Select(test => test.Test)]) : null;

    private void Settle(IEnumerable<Kill> kills)
    {
        if (options.IsLastWord)
            saidOnce.AddRange(kills);
        else
            Settled.AddRange(kills.Select(Killed));
    }

    /// <summary>
    /// A worker that has run none of the mutants says the kills again, the last first: what came before a mutant then comes behind it, and survivors not at all.
    /// But any worker has state that is older than a mutant, so what works on such is said again by a process that has the mutant from the beginning.
    /// </summary>
    private async Task SayTwiceAsync(CancellationToken cancellationToken)
    {
        var late = saidOnce.Where(kill => planner.MeetsLastingState(kill.Plan, cancellationToken)).ToList();
        saidOnce.RemoveAll(late.Contains);
        foreach (var kill in late)
            cold.Add(new(kill.Plan.Seed, HostEnd.Ran, kill.Plan.Bodies) { First = FirstOf(kill) });

        // The workers live on for the next seeds where nothing is to be said twice.
        if (saidOnce.Count == 0)
            return;
        using var phase = Phases.Start("warm: say twice");
        await lane.RenewAsync();
        foreach (var batch in Batches(Enumerable.Reverse(saidOnce)))
        {
            await lane.RenewLongChainsAsync();
            Settled.AddRange((await KilledAtOnceAsync(batch, cancellationToken)).Select(Killed));
            lane.Forget();
        }

        saidOnce.Clear();
    }

    private static Screening Killed(Kill kill) => new(kill.Plan.Seed, ScreenVerdict.Killed, ScreenTier.Warm, "a test fails", kill.Witnesses);

    private bool SettledAsError(MutantPlan plan, CancellationToken cancellationToken)
    {
        if (planner.ErrorIn(plan, cancellationToken) is not { } error)
            return false;
        Settled.Add(plan.Projects.All(project => host.Emitter.Compiles(project.Project, cancellationToken))
            ? new(plan.Seed, ScreenVerdict.DoesNotCompile, ScreenTier.Compiler, error, [])
            : Screening.OfUncompiled(plan.Seed));
        return true;
    }
}
