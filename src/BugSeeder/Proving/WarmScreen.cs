using System.Collections.Concurrent;
using BugSeeder.Execution;
using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Proving;

/// <summary>
/// Screens seeds on one warm lane. A mutant may leave something behind that a later one trips over, so now and then the lane goes back to the original
/// and runs all tests; only when they pass are the kills since the last time believed, and otherwise a fresh process has to say each again.
/// </summary>
internal sealed class WarmScreen(HostedTarget host, MutantPlan.Planner planner, WarmLane lane, ColdScreen cold, ScreenOptions options)
{
    private const int LongestInterval = 50;
    private const int ShortestInterval = 6;

    private readonly List<(MutantPlan Plan, IReadOnlyList<string> Witnesses)> believedUntilChecked = [];
    private int interval = LongestInterval;
    private int sinceCheck;

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
    }

    private async Task ScreenAsync(Seed seed, CancellationToken cancellationToken)
    {
        MutantPlan plan;
        using (Phases.Start("warm: plan"))
            plan = planner.Plan(seed, cancellationToken);
        if (plan.Changed.Count == 0)
            Settled.Add(new(seed, ScreenVerdict.Unsettled, ScreenTier.Real, "it changes something else than C# sources of known projects", []));
        else if (plan.Changed.Any(project => host.IsRewritten(Emitter.AssemblyOf(project))))
            Settled.Add(new(seed, ScreenVerdict.Unsettled, ScreenTier.Real, "something rewrites its assembly after compilation", []));
        else if (plan.Bodies is null)
            cold.Add(new(seed, HostEnd.Ran, null));
        else if (plan.Tests is { Count: 0 } && !SettledAsError(plan, cancellationToken))
            Unnoticed.Add(new(seed, HostEnd.Ran, plan.Bodies, plan.Tests));
        else if (plan.Tests is not { Count: 0 })
            await TryAsync(plan, cancellationToken);
    }

    private async Task TryAsync(MutantPlan plan, CancellationToken cancellationToken)
    {
        sinceCheck++;
        switch (await lane.TryAsync(plan, null, stopAtFirstFailure: !options.WholeWitnessLists, cancellationToken))
        {
            case WarmAttempt.Killed killed:
                believedUntilChecked.Add((plan, killed.Witnesses));
                break;
            case WarmAttempt.Survived:
                Unnoticed.Add(new(plan.Seed, HostEnd.Ran, plan.Bodies, plan.Tests));
                break;
            case WarmAttempt.Suspect suspect:
                cold.Add(new(plan.Seed, suspect.End, plan.Bodies));
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
        var kills = believedUntilChecked.ToList();
        believedUntilChecked.Clear();
        foreach (var (plan, witnesses) in kills)
        {
            if (!lane.HasLostWorker && await lane.TryAsync(plan, [witnesses[0]], stopAtFirstFailure: true, cancellationToken) is WarmAttempt.Killed)
                believedUntilChecked.Add((plan, witnesses));
            else
                cold.Add(new(plan.Seed, HostEnd.Ran, plan.Bodies));
        }

        if (lane.HasLostWorker)
            Distrust();
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("warm: check");
        sinceCheck = 0;
        if (await lane.IsCleanAsync(cancellationToken))
        {
            interval = Math.Min(LongestInterval, 2 * interval);
            Settled.AddRange(believedUntilChecked.Select(entry => new Screening(entry.Plan.Seed, ScreenVerdict.Killed, ScreenTier.Warm, "a test fails", entry.Witnesses)));
            believedUntilChecked.Clear();
            return;
        }

        interval = Math.Max(ShortestInterval, interval / 2);
        Distrust();
    }

    private void Distrust()
    {
        lane.Forget();
        foreach (var (plan, _) in believedUntilChecked)
            cold.Add(new(plan.Seed, HostEnd.Ran, plan.Bodies));
        believedUntilChecked.Clear();
    }

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
