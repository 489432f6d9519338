using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Git;
using BugSeeder.Hosting.Tests;
using BugSeeder.Model.Bugs;
using BugSeeder.Pipeline;
using BugSeeder.Proving;
using BugSeeder.Seeding;

[assembly: AssemblyFixture(typeof(TrapTarget))]
// All share one target, and each measures CPU time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace BugSeeder.Hosting.Tests;

/// <summary>A copy of the target full of traps, built once, with one test project for each framework.</summary>
public sealed class TrapTarget : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("traps ");
    private readonly WorkFolder work = new();
    private OpenTarget target = null!;
    private readonly Dictionary<string, FastScreen> screens = new(StringComparer.Ordinal);
    private readonly TargetSettings settings = new();
    private HostedTarget host = null!;
    private ProbedImages probed = null!;
    private Task<HostedTarget>? boxed;

    internal IReadOnlyList<SuiteRoute> Routes => host.Routes;

    internal Judge Judge => target.Judge;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "hosted"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "hosted"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        target = await OpenTarget.OpenAsync(TargetReader.Read(folder.FullName), settings, work, baselineRuns: 1, parallel: 1, new Silent(), CancellationToken.None);
        // One lane, so that what follows a trap follows it in the same worker.
        Emitter emitter = new(target.Code);
        probed = await ProbedImages.EmitAsync(emitter, CancellationToken.None);
        host = await HostedTarget.OpenAsync(target.Judge, emitter, target.Baseline, settings, work.Sub("hosted"), parallel: 1, isBoxed: false, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var screen in screens.Values)
            await screen.DisposeAsync();
        target?.Dispose();
        work.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>The target with nothing but one test project in workers.</summary>
    internal HostedTarget With(string project) => host.With([.. host.Routes.Where(route => route.Project.Name == project)]);

    /// <summary>The same with workers in boxes, which only a machine with a sandbox has.</summary>
    internal async Task<HostedTarget> BoxedAsync(string project)
    {
        Assert.SkipWhen(Judge.BoxFor(folder.FullName, folder.FullName) is null, "This machine has no sandbox.");
        var whole = await (boxed ??= HostedTarget.OpenAsync(target.Judge, new(target.Code), target.Baseline, settings, work.Sub("boxed"), parallel: 1, isBoxed: true, CancellationToken.None));
        return whole.With([.. whole.Routes.Where(route => route.Project.Name == project)]);
    }

    /// <summary>Screens by one test project. Its warm workers live on from test to test, as they do from batch to batch.</summary>
    internal async Task<IReadOnlyList<Screening>> ScreenAsync(string project, IReadOnlyList<Seed> seeds, CancellationToken cancellationToken)
    {
        if (!screens.TryGetValue(project, out var screen))
            screens[project] = screen = await FastScreen.OpenAsync(With(project), probed, cancellationToken);
        return await screen.ScreenAsync(seeds, new(WholeWitnessLists: true, Equivalence: true, IsLastWord: true), cancellationToken);
    }

    /// <summary>A seed that replaces the first occurrence of a text.</summary>
    internal Seed Plant(string file, string original, string replacement)
    {
        var path = $"src/{file}";
        var start = Judge.Original.Files[path].Text!.IndexOf(original, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, $"'{original}' is not in {file}");
        var line = Judge.Original.Files[path].Text!.AsSpan(0, start).Count('\n') + 1;
        TextEdit[] edits = [new(path, start, original, replacement)];
        return new(Seeder.IdOf(edits), SeedSource.Hand, "hand", BugClass.Condition, [], "A trap.", edits, new(path, line, line, ""));
    }

    private sealed class Silent : IProgressSink
    {
        public void Note(string text)
        {
        }

        public void Warn(string text)
        {
        }

        public void Advance(string job, int done, int total)
        {
        }
    }
}
