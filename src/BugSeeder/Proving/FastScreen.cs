using System.Collections.Concurrent;
using BugSeeder.Code;
using BugSeeder.Execution;
using BugSeeder.Execution.Builds;
using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Targets;

namespace BugSeeder.Proving;

/// <summary>
/// Tells bugs from the rest by the target's own tests without building: first by deltas in warm workers, and then, in fresh processes on whole images,
/// whatever a warm worker's word is not enough for – everything outside of bodies, every hang and crash, and every mutant that no test noticed.
/// </summary>
internal sealed class FastScreen : IAsyncDisposable
{
    /// <summary>Among so many seeds batches are looked for.</summary>
    private const int AtOnce = 512;

    private readonly HostedTarget host;
    private readonly MutantPlan.Planner planner;
    private readonly List<WarmLane> lanes;
    private readonly OptimisedImages images = new();

    private FastScreen(HostedTarget host, CoverageMap coverage)
    {
        this.host = host;
        planner = new(host, coverage);
        lanes = [.. host.WarmPlaces.Select(place => new WarmLane(host, coverage, place))];
    }

    /// <summary>Which way each test project is run, and why, for the user.</summary>
    public IReadOnlyList<string> Notes => [.. host.Notes()];

    /// <summary>Finds out how the tests run in workers, sees which of them run what, and gets ready.</summary>
    /// <param name="judge">The target, built.</param>
    /// <param name="code">Its code.</param>
    /// <param name="baseline">Which tests' word counts.</param>
    /// <param name="settings">How it is built and tested.</param>
    /// <param name="folder">A folder of our own outside the target.</param>
    /// <param name="parallel">How many lanes at most.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<FastScreen> OpenAsync(Judge judge, TargetCode code, Baseline baseline, TargetSettings settings, string folder, int parallel, CancellationToken cancellationToken)
    {
        var emitter = new Emitter(code);
        var probed = Task.Run(() => ProbedImages.EmitAsync(emitter, cancellationToken), cancellationToken);
        var hosted = await HostedTarget.OpenAsync(judge, emitter, baseline, settings, folder, parallel, isBoxed: false, cancellationToken);
        return await OpenAsync(hosted, await probed, cancellationToken);
    }

    /// <summary>Sees which tests of a hosted target run what, and gets ready.</summary>
    public static async Task<FastScreen> OpenAsync(HostedTarget host, ProbedImages probed, CancellationToken cancellationToken)
    {
        var coverage = new CoverageMap();
        try
        {
            using var phase = Phases.Start("coverage");
            coverage = await new CoverageRun(host).RunAsync(probed, cancellationToken);
        }
        catch (Execution.Hosting.WorkerException)
        {
            // Without coverage every test is run for every mutant: slower, and as right.
        }

        return new(host, coverage);
    }

    /// <summary>Screens seeds.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="options">How much is to be found out.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>One entry for each seed, in their order.</returns>
    public async Task<IReadOnlyList<Screening>> ScreenAsync(IReadOnlyList<Seed> seeds, ScreenOptions options, CancellationToken cancellationToken)
    {
        if (host.Suites.Count == 0)
            return [.. seeds.Select(seed => new Screening(seed, ScreenVerdict.Unsettled, ScreenTier.Real, "no test project runs in a worker", []))];
        var cold = new ColdScreen(host, options, images);
        var warm = lanes.Select(lane => new WarmScreen(host, planner, lane, cold, options)).ToList();
        // What hangs without using a core is waited for while others use it.
        var fresh = cold.RunAsync(cancellationToken);
        try
        {
            using var phase = Phases.Start("warm");
            foreach (var share in seeds.Chunk(AtOnce))
            {
                var open = new ConcurrentQueue<Seed>(share);
                var plans = await Task.WhenAll(warm.Select(screen => Task.Run(() => screen.Plan(open, cancellationToken), cancellationToken)));
                var batches = new ConcurrentQueue<IReadOnlyList<MutantPlan>>(Batches(share, [.. plans.SelectMany(own => own)]));
                await Task.WhenAll(warm.Select(screen => Task.Run(() => screen.TryAsync(batches, cancellationToken), cancellationToken)));
            }

            cold.AddUnnoticed([.. warm.SelectMany(screen => screen.Unnoticed)]);
            await Task.WhenAll(warm.Select(screen => Task.Run(() => screen.FinishAsync(cancellationToken), cancellationToken)));
        }
        finally
        {
            cold.Finish();
        }

        using (Phases.Start("cold: wait for the rest"))
            await fresh;
        var settled = warm.SelectMany(screen => screen.Settled).Concat(cold.Settled).ToDictionary(screening => screening.Seed);
        return [.. seeds.Select(seed => settled[seed])];
    }

    /// <summary>What may hang comes first, each alone: the wait for it is over by the time that everything else is, and nobody else's run is lost with it.</summary>
    private static IEnumerable<IReadOnlyList<MutantPlan>> Batches(IReadOnlyList<Seed> order, IReadOnlyCollection<MutantPlan> plans)
    {
        var bySeed = plans.ToDictionary(plan => plan.Seed);
        List<MutantPlan> ordered = [.. order.Select(bySeed.GetValueOrDefault).OfType<MutantPlan>()];
        return [.. ordered.Where(plan => plan.MayHang).Select(plan => (IReadOnlyList<MutantPlan>)[plan]), .. WarmBatches.Of(ordered.Where(plan => !plan.MayHang), plan => new(plan, plan.Tests), (_, _) => true)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
            await lane.DisposeAsync();
    }
}
