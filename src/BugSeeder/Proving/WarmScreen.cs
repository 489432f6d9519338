using System.Collections.Concurrent;
using BugSeeder.Execution;
using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Proving;

/// <summary>
/// Screens seeds on one warm lane. A mutant may leave something behind that a later one trips over, so now and then the lane goes back to the original
/// and runs all tests; only when they pass are the kills since the last time believed. Otherwise a fresh worker has to say them again, half by half, until
/// what left something behind is among a few, which are tried each in a process of its own. What is left behind may also be such that the original bears
/// with it and a mutant does not; where no real build confirms a kill, a second worker has to say it too.
/// </summary>
internal sealed class WarmScreen(HostedTarget host, MutantPlan.Planner planner, WarmLane lane, ColdScreen cold, ScreenOptions options)
{
    private const int LongestInterval = 50;
    private const int ShortestInterval = 6;

    /// <summary>So few kills are sooner tried each in a fresh process than again in a worker that has to get warm first.</summary>
    private const int Few = 6;

    private readonly List<Kill> believedUntilChecked = [];
    private readonly List<Kill> saidOnce = [];
    private int interval = LongestInterval;
    private int sinceCheck;

    /// <summary>What a warm worker says was noticed, and by which tests.</summary>
    private sealed record Kill(MutantPlan Plan, IReadOnlyList<string> Witnesses);

    /// <summary>Verdicts that stand.</summary>
    public List<Screening> Settled { get; } = [];

    /// <summary>What no test noticed.</summary>
    public List<ColdCase> Unnoticed { get; } = [];

    /// <summary>Takes seeds from the queue until it is empty.</summary>
    public async Task DrainAsync(ConcurrentQueue<Seed> queue, CancellationToken cancellationToken)
    {
        while (queue.TryDequeue(out var seed))
        {
            await ScreenAsync(seed, cancellationToken);
            if (lane.HasLostWorker)
                await RepeatAsync(cancellationToken);
            if (sinceCheck >= interval)
                await CheckAsync(cancellationToken);
        }

        await CheckAsync(cancellationToken);
        await SayTwiceAsync(cancellationToken);
    }

    private async Task ScreenAsync(Seed seed, CancellationToken cancellationToken)
    {
        MutantPlan plan;
        using (Phases.Start("warm: plan"))
            plan = planner.Plan(seed, cancellationToken);
        if (plan.Changed.Count == 0)
            Settled.Add(new(seed, ScreenVerdict.Unsettled, ScreenTier.Real, "it changes something else than C# sources of known projects", []));
        else if (plan.Changed.Select(project => host.WhyRealOnly(Emitter.AssemblyOf(project))).OfType<string>().FirstOrDefault() is { } reason)
            Settled.Add(new(seed, ScreenVerdict.Unsettled, ScreenTier.Real, reason, []));
        else if (plan.Bodies is null)
            cold.Add(new(seed, HostEnd.Ran, null));
        else if (plan.Tests is { Count: 0 } && !SettledAsError(plan, cancellationToken))
            Unnoticed.Add(new(seed, HostEnd.Ran, plan.Bodies, plan.Tests));
        else if (plan.Tests is not { Count: 0 } && !plan.NeedsFreshProcess)
            await TryAsync(plan, cancellationToken);
        else if (plan.Tests is not { Count: 0 } && !SettledAsError(plan, cancellationToken))
            cold.Add(new(seed, HostEnd.Ran, plan.Bodies, plan.Tests) { First = options.WholeWitnessLists ? null : lane.FirstOf(plan) });
    }

    private async Task TryAsync(MutantPlan plan, CancellationToken cancellationToken)
    {
        sinceCheck++;
        switch (await lane.TryAsync(plan, null, stopAtFirstFailure: !options.WholeWitnessLists, cancellationToken))
        {
            case WarmAttempt.Killed killed:
                believedUntilChecked.Add(new(plan, killed.Witnesses));
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
        }
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
        foreach (var kill in kills)
        {
            if (!lane.HasLostWorker && await lane.TryAsync(kill.Plan, [kill.Witnesses[0]], stopAtFirstFailure: true, cancellationToken) is WarmAttempt.Killed)
                again.Add(kill);
            else
                Distrust([kill]);
        }

        return again;
    }

    private void Distrust(IEnumerable<Kill> kills)
    {
        foreach (var kill in kills)
            cold.Add(new(kill.Plan.Seed, HostEnd.Ran, kill.Plan.Bodies));
    }

    private void Settle(IEnumerable<Kill> kills)
    {
        if (options.IsLastWord)
            saidOnce.AddRange(kills);
        else
            Settled.AddRange(kills.Select(Killed));
    }

    /// <summary>A worker that has run none of the mutants says the kills again, the last first: what came before a mutant then comes behind it, and survivors not at all.</summary>
    private async Task SayTwiceAsync(CancellationToken cancellationToken)
    {
        // The workers live on for the next seeds where nothing is to be said twice.
        if (saidOnce.Count == 0)
            return;
        using var phase = Phases.Start("warm: say twice");
        await lane.RenewAsync();
        foreach (var kill in Enumerable.Reverse(saidOnce))
        {
            await lane.RenewLongChainsAsync();
            if (await lane.TryAsync(kill.Plan, [kill.Witnesses[0]], stopAtFirstFailure: true, cancellationToken) is WarmAttempt.Killed)
                Settled.Add(Killed(kill));
            else
                Distrust([kill]);
            lane.Forget();
        }

        saidOnce.Clear();
    }

    private static Screening Killed(Kill kill) => new(kill.Plan.Seed, ScreenVerdict.Killed, ScreenTier.Warm, "a test fails", kill.Witnesses);

    private bool SettledAsError(MutantPlan plan, CancellationToken cancellationToken)
    {
        if (ErrorIn(plan, cancellationToken) is not { } error)
            return false;
        Settled.Add(plan.Changed.All(project => host.Emitter.Compiles(project.Project, cancellationToken))
            ? new(plan.Seed, ScreenVerdict.DoesNotCompile, ScreenTier.Compiler, error, [])
            : Screening.OfUncompiled(plan.Seed));
        return true;
    }

    /// <summary>A change inside of a body can be wrong only there.</summary>
    private string? ErrorIn(MutantPlan plan, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("warm: ask for errors");
        foreach (var project in plan.Changed.Where(project => host.Emitter.Products.Any(other => other.Project == project.Project)))
        {
            foreach (var body in plan.Bodies![project.Project])
            {
                var tree = project.Trees[body.File];
                var member = MethodBodies.At(tree.GetRoot(cancellationToken), body.Ordinal)!;
                var errors = project.Compilation.GetSemanticModel(tree).GetDiagnostics(member.FullSpan, cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                if (errors.FirstOrDefault() is { } error)
                    return $"{error.Id}: {error.GetMessage()}";
            }
        }

        return null;
    }
}
