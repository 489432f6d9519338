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
    private readonly HostedTarget host;
    private readonly MutantPlan.Planner planner;
    private readonly List<WarmLane> lanes;
    private readonly OptimisedImages images = new();

    private FastScreen(HostedTarget host, CoverageMap coverage)
    {
        this.host = host;
        planner = new(host, coverage);
        lanes = [.. host.WarmPlaces.Select(place => new WarmLane(host, place))];
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
        // What may hang comes first: the wait for it is over by the time that everything else is.
        var queue = new ConcurrentQueue<Seed>(seeds.OrderByDescending(seed => planner.MayHang(seed, cancellationToken)));
        var cold = new ColdScreen(host, options, images);
        var warm = lanes.Select(lane => new WarmScreen(host, planner, lane, cold, options)).ToList();
        // What hangs without using a core is waited for while others use it.
        var fresh = cold.RunAsync(cancellationToken);
        try
        {
            using (Phases.Start("warm"))
                await Task.WhenAll(warm.Select(screen => Task.Run(() => screen.DrainAsync(queue, cancellationToken), cancellationToken)));
        }
        finally
        {
            cold.Finish([.. warm.SelectMany(screen => screen.Unnoticed)]);
        }

        using (Phases.Start("cold: wait for the rest"))
            await fresh;
        var settled = warm.SelectMany(screen => screen.Settled).Concat(cold.Settled).ToDictionary(screening => screening.Seed);
        return [.. seeds.Select(seed => settled[seed])];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
            await lane.DisposeAsync();
    }
}
