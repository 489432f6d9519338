using System.Collections.Concurrent;
using System.Diagnostics;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Targets;

namespace BugSeeder.Execution.Builds;

/// <summary>
/// Says what the target's own build and tests make of a tree. Trees are judged side by side, and a tree that was judged before is not judged again:
/// the same bytes have the same verdict.
/// </summary>
public sealed class Judge : ITreeJudge, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<TreeVerdict>>> verdicts = new(StringComparer.Ordinal);
    private readonly BuildPlaces places;
    private readonly CompilerServer? compiler;
    private readonly BuildBoxes? boxes;
    private readonly TimeSpan testLimit;

    private Judge(SourceTree original, BuildSlot first, TargetLayout layout, IReadOnlyList<BuildDiagnostic> diagnostics, IReadOnlyList<TreeVerdict> baseline, TimeSpan testLimit, DotNet dotnet)
    {
        Original = original;
        OriginalFolder = first.Tree;
        BuiltFolder = first.Clean;
        Layout = layout;
        Diagnostics = diagnostics;
        BaselineRuns = baseline;
        this.testLimit = testLimit;
        compiler = dotnet.Compiler;
        boxes = dotnet.Boxes;
        Packages = dotnet.Boxes?.Packages;
        Boxing = dotnet.Boxes switch
        {
            null => "ordinary processes",
            { Reason: { } reason } => $"ordinary processes, since {reason}",
            _ => "in a box of their own, without a network",
        };
        places = new(first);
    }

    /// <summary>The target as it is.</summary>
    public SourceTree Original { get; }

    /// <summary>A folder with the target as it is, restored and built, for whoever wants to read it before the first tree is judged.</summary>
    public string OriginalFolder { get; }

    /// <summary>A folder with the target as it is, restored and built, that nothing is ever changed in.</summary>
    public string BuiltFolder { get; }

    /// <summary>What the target consists of.</summary>
    public TargetLayout Layout { get; }

    /// <summary>What shuts in the builds and tests, in one sentence.</summary>
    public string Boxing { get; }

    /// <summary>A box for running the tests of what lies in a folder, with what they write beside it; <see langword="null"/> where nothing is shut in.</summary>
    /// <param name="tree">The folder; it can be written to.</param>
    /// <param name="scratch">A folder for results; it can be written to.</param>
    public Box? BoxFor(string tree, string scratch) => boxes?.ForTests(tree, scratch);

    /// <summary>The packages that the target needs; <see langword="null"/> where nothing is shut in.</summary>
    public PackageFolder? Packages { get; }

    /// <summary>What the build of the original says.</summary>
    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; }

    /// <summary>What the tests of the original said, run by run.</summary>
    public IReadOnlyList<TreeVerdict> BaselineRuns { get; }

    /// <summary>How many trees were built and tested; the same tree again does not count.</summary>
    public int Judged => verdicts.Count;

    /// <summary>Restores, builds and tests the original, and gets ready for others.</summary>
    /// <param name="original">The target as it is.</param>
    /// <param name="settings">How it is built.</param>
    /// <param name="folder">A folder of our own outside the target.</param>
    /// <param name="baselineRuns">How often the original's tests are run.</param>
    /// <param name="parallel">How many trees are judged at once.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <param name="alongside">What can be done with the built original, its folder and its layout, while its tests run; it must change nothing there.</param>
    /// <exception cref="UserError">The original does not restore or build, or has no tests.</exception>
    public static async Task<Judge> OpenAsync(SourceTree original, TargetSettings settings, string folder, int baselineRuns, int parallel, IProgress<string> progress, CancellationToken cancellationToken, Func<string, TargetLayout, Task>? alongside = null)
    {
        var dotnet = new DotNet(settings) { Boxes = settings is { Boxed: true, Sandbox: { Hides: true } sandbox } ? new(sandbox, folder) : null };
        var first = new BuildSlot(dotnet, original, Path.Combine(folder, "1")) { Notes = new(Path.Combine(folder, "1", "notes")) };
        Git.Workspace.Create(original, first.Tree);
        var finder = new LayoutFinder(dotnet, settings, first.Tree, [.. original.Files.Keys]);
        progress.Report("asking MSBuild about the projects");
        IReadOnlyList<TestCandidate> candidates;
        using (Phases.Start("ask for test projects"))
            candidates = await finder.FindTestsAsync(cancellationToken);
        if (candidates.All(candidate => candidate.Problem is not null))
            throw NoTests(candidates);
        var usable = candidates.Where(candidate => candidate.Problem is null).ToList();
        progress.Report($"restoring and building {Count(usable.Count, "test project")}");
        dotnet.Compiler = CompilerServer.Of(usable[0].Compiler);
        try
        {
            return await OpenAsync(dotnet, finder, first, candidates, usable, settings, folder, baselineRuns, parallel, progress, alongside, cancellationToken);
        }
        catch
        {
            dotnet.Compiler?.Dispose();
            throw;
        }
    }

    private static async Task<Judge> OpenAsync(DotNet dotnet, LayoutFinder finder, BuildSlot first, IReadOnlyList<TestCandidate> candidates, IReadOnlyList<TestCandidate> usable, TargetSettings settings, string folder, int baselineRuns, int parallel, IProgress<string> progress, Func<string, TargetLayout, Task>? alongside, CancellationToken cancellationToken)
    {
        (var built, candidates) = await PrepareAsync(first, candidates, progress, cancellationToken);
        // A target that cannot be built shut in is judged all the same, and the run says so.
        if (!built.Succeeded && dotnet.Boxes is { Reason: null } boxes)
        {
            boxes.GiveUp($"the build fails in the sandbox: {Errors(built, first.Tree).First()}");
            dotnet.Compiler?.Dispose();
            dotnet.Compiler = null;
            Directory.Delete(first.Tree, recursive: true);
            (built, candidates) = await PrepareAsync(first, candidates, progress, cancellationToken);
        }

        if (!built.Succeeded)
            throw DoesNotBuild(built, first.Tree);
        usable = [.. candidates.Where(candidate => candidate.Problem is null)];
        TargetLayout layout;
        using (Phases.Start("ask for the layout"))
            layout = await finder.FindLayoutAsync(candidates, first.Notes, cancellationToken);

        var other = alongside?.Invoke(first.Tree, layout) ?? Task.CompletedTask;
        var baseline = new List<TreeVerdict>();
        var clock = Stopwatch.StartNew();
        for (var run = 1; run <= baselineRuns; run++)
        {
            progress.Report($"running the original's tests, {run} of {baselineRuns}");
            using (Phases.Start("baseline tests"))
                baseline.Add(await first.TestAsync(layout, settings.TestLimit, [], cancellationToken));
        }

        var took = clock.Elapsed;
        await other;
        // Several trees are tested side by side, and a bug may be slow without hanging: ten times the baseline is what Stryker.NET and others allow at most.
        var limit = TimeSpan.FromSeconds(Math.Min(settings.TestLimit.TotalSeconds, 30 + (10 * took.TotalSeconds / Math.Max(1, baselineRuns))));
        var judge = new Judge(first.Original, first, layout, DiagnosticReader.Read(built.OutputText, first.Tree), baseline, limit, dotnet);
        for (var number = 2; number <= parallel; number++)
            judge.places.Add(new BuildSlot(dotnet, first.Original, Path.Combine(folder, $"{number}")), usable, cancellationToken);
        return judge;
    }

    /// <summary>A test project that does not build here, such as one of benchmarks, must not keep the others from being used: it is passed over, aloud.</summary>
    private static async Task<(ProcessResult Built, IReadOnlyList<TestCandidate> Candidates)> PrepareAsync(BuildSlot first, IReadOnlyList<TestCandidate> candidates, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var usable = candidates.Where(candidate => candidate.Problem is null).ToList();
        var built = await first.PrepareAsync(usable, cancellationToken);
        if (built.Succeeded || usable.Count == 1)
            return (built, candidates);
        progress.Report("the test projects do not all build; trying them one by one");
        var tried = new List<TestCandidate>();
        foreach (var candidate in candidates)
        {
            var alone = candidate.Problem is null ? await first.PrepareAsync([candidate], cancellationToken) : null;
            tried.Add(alone is { Succeeded: false } ? candidate with { Problem = $"it does not build: {Errors(alone, first.Tree).First()}" } : candidate);
        }

        usable = [.. tried.Where(candidate => candidate.Problem is null)];
        if (usable.Count == 0)
            return (built, candidates);
        // From nothing, since a project that is up to date would not say its warnings again, and they would look like a planted bug's.
        Directory.Delete(first.Tree, recursive: true);
        return (await first.PrepareAsync(usable, cancellationToken), tried);
    }

    /// <inheritdoc/>
    public Task<TreeVerdict> JudgeAsync(SourceTree tree, CancellationToken cancellationToken) =>
        verdicts.GetOrAdd(tree.Hash, _ => new(() => JudgeAnewAsync(tree, cancellationToken))).Value;

    /// <inheritdoc/>
    public async Task<TreeVerdict> JudgeAnewAsync(SourceTree tree, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("real build and tests");
        return (await JudgeAsync(tree, isTwice: false, cancellationToken)).First;
    }

    /// <summary>
    /// Compiles a tree and runs its tests twice, the second time as the original's baseline is run again: on what is built already. The second run is
    /// left out where the first has no failed test to confirm.
    /// </summary>
    /// <param name="tree">The tree.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(TreeVerdict First, TreeVerdict? Second)> JudgeTwiceAsync(SourceTree tree, CancellationToken cancellationToken)
    {
        if (verdicts.TryGetValue(tree.Hash, out var known))
            return (await known.Value, await JudgeAnewAsync(tree, cancellationToken));
        var both = await JudgeAsync(tree, isTwice: true, cancellationToken);
        verdicts.TryAdd(tree.Hash, new(Task.FromResult(both.First)));
        return both;
    }

    /// <summary>A test process that crashes while others run may have wanted for memory or threads: such a tree is judged once more, while no other is.</summary>
    private async Task<(TreeVerdict First, TreeVerdict? Second)> JudgeAsync(SourceTree tree, bool isTwice, CancellationToken cancellationToken)
    {
        var both = await places.UseAsync(slot => JudgeAsync(slot, tree, isTwice, cancellationToken), cancellationToken);
        return both.First.Outcome == TreeOutcome.TestsCrashed || both.Second?.Outcome == TreeOutcome.TestsCrashed ? await places.UseAloneAsync(slot => JudgeAsync(slot, tree, isTwice, cancellationToken), cancellationToken) : both;
    }

    private async Task<(TreeVerdict First, TreeVerdict? Second)> JudgeAsync(BuildSlot slot, SourceTree tree, bool isTwice, CancellationToken cancellationToken)
    {
        var first = await slot.JudgeAsync(tree, Layout, testLimit, cancellationToken);
        var isWorthASecond = isTwice && first.Outcome == TreeOutcome.Tested && first.Tests.Keys.Any(first.Failed);
        return (first, isWorthASecond ? await slot.TestAsync(Layout, testLimit, first.Diagnostics, cancellationToken) : null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        places.Dispose();
        compiler?.Dispose();
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static UserError NoTests(IReadOnlyList<TestCandidate> candidates) => new(
        candidates.Count == 0 ? "The target has no test project." : $"No test project of the target can be run here: {string.Join("; ", candidates.Select(candidate => $"{candidate.Path}: {candidate.Problem}"))}.",
        "A target needs tests, since they are what proves a bug. If it has some, name them with `tests` in bugseeder.yml, or set the MSBuild property TargetFrameworks with `properties`.",
        ExitCode.TargetUnusable);

    private static UserError DoesNotBuild(ProcessResult built, string folder)
    {
        var reason = built.End == ProcessEnd.TimedOut ? "ran into its time limit" : "failed";
        return new(
            $"The restore or build of the target's tests {reason}:\n  {string.Join("\n  ", Errors(built, folder))}",
            "Make it build from a fresh clone, or give the MSBuild properties and environment variables it needs with `properties` and `environment` in bugseeder.yml (or --property NAME=VALUE).",
            ExitCode.TargetUnusable);
    }

    private static IEnumerable<string> Errors(ProcessResult built, string folder)
    {
        var lines = (built.OutputText + built.ErrorText).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            .DefaultIfEmpty(lines.LastOrDefault() ?? "the build printed nothing")
            .Select(line => line.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
            .Distinct()
            .Take(5);
    }
}
