using System.Security;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;

namespace BugSeeder.Execution.Builds;

/// <summary>
/// One place where trees are built and tested, one after the other. Each starts from a copy of the original as it was restored and built here,
/// so nothing that an earlier tree's build or tests left behind is there, and what did not change need not be built again.
/// </summary>
internal sealed class BuildSlot(DotNet dotnet, SourceTree original, string folder)
{
    private static readonly string[] Quietly = ["-v:q", "-clp:NoSummary;DisableConsoleColor;ForceNoAlign"];

    private readonly string scratch = Path.Combine(folder, "out");

    /// <summary>The target as it is.</summary>
    public SourceTree Original => original;

    /// <summary>The original as it was restored and built here.</summary>
    public string Clean { get; } = Path.Combine(folder, "clean");

    /// <summary>Where a tree is while it is judged.</summary>
    public string Tree { get; } = Path.Combine(folder, "tree");

    /// <summary>Where the build of the original takes notes; <see langword="null"/> where nobody reads them.</summary>
    public BuildNotes? Notes { get; init; }

    private string Traversal => Path.Combine(folder, "all.proj");

    /// <summary>Writes, restores and builds the original.</summary>
    public async Task<ProcessResult> PrepareAsync(IReadOnlyList<TestCandidate> tests, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(scratch);
        // Some builds ask git for the version, so the tree has a commit, as a workspace has.
        var fromNothing = !Directory.Exists(Tree);
        if (fromNothing)
            Workspace.Create(original, Tree);
        Notes?.Prepare(fromNothing);
        await File.WriteAllTextAsync(Traversal, TraversalOf(tests), cancellationToken);
        var built = dotnet.Boxes is { } boxes ? await RestoreAndBuildAsync(boxes, cancellationToken) : await RestoreAndBuildAsync(cancellationToken);
        if (!built.Succeeded)
            return built;
        if (Directory.Exists(Clean))
            Directory.Delete(Clean, recursive: true);
        TreeFolder.Copy(Tree, Clean);
        return built;
    }

    /// <summary>Builds a tree, and runs its tests if it builds.</summary>
    public async Task<TreeVerdict> JudgeAsync(SourceTree tree, TargetLayout layout, TimeSpan testLimit, CancellationToken cancellationToken)
    {
        var (built, diagnostics) = await BuildAsync(tree, cancellationToken);
        // A build that fails without an error that the compiler names, or whose compiler server has ended, may not have failed because of the tree.
        if (!built.Succeeded && (dotnet.Compiler is { IsRunning: false } || !diagnostics.Any(diagnostic => diagnostic.IsError && !diagnostic.Code.StartsWith("MSB", StringComparison.Ordinal))))
            (built, diagnostics) = await BuildAsync(tree, cancellationToken);
        if (!built.Succeeded)
            return new(TreeOutcome.BuildFailed, diagnostics, new Dictionary<string, TestOutcome>(), new Dictionary<string, string>());
        return await TestAsync(layout, testLimit, diagnostics, cancellationToken);
    }

    private async Task<(ProcessResult Built, IReadOnlyList<BuildDiagnostic> Diagnostics)> BuildAsync(SourceTree tree, CancellationToken cancellationToken)
    {
        Directory.Delete(Tree, recursive: true);
        TreeFolder.Copy(Clean, Tree);
        TreeFolder.Change(Tree, original, tree);
        var built = await BuildAsync(cancellationToken);
        return (built, DiagnosticReader.Read(built.OutputText, Tree));
    }

    /// <summary>Runs the tests of what is built here now.</summary>
    public async Task<TreeVerdict> TestAsync(TargetLayout layout, TimeSpan testLimit, IReadOnlyList<BuildDiagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var run = await new TestRunner(dotnet, layout).RunAsync(Tree, scratch, testLimit, cancellationToken);
        return new(run.Tree, diagnostics, run.Tests, run.Failures) { Messages = run.Messages };
    }

    /// <summary>What was restored is all that the build will see of the machine's packages, so the one is over before the other begins.</summary>
    private async Task<ProcessResult> RestoreAndBuildAsync(BuildBoxes boxes, CancellationToken cancellationToken)
    {
        ProcessResult restored;
        using (Phases.Start("restore"))
            restored = await dotnet.BuildAsync(Tree, Traversal, ["-t:Restore", .. Quietly], cancellationToken);
        if (!restored.Succeeded)
            return restored;
        boxes.Restored(Tree);
        using (Phases.Start("build"))
            return await BuildAsync(Originally(), Notes, cancellationToken);
    }

    private async Task<ProcessResult> RestoreAndBuildAsync(CancellationToken cancellationToken)
    {
        using (Phases.Start("restore and build"))
            return await BuildAsync(["-restore", .. Originally()], Notes, cancellationToken);
    }

    private string[] Originally() => dotnet.Settings.AnalyzesOriginal ? [] : ["-p:RunAnalyzers=false"];

    /// <summary>A verdict's build takes no notes: it is the target's own.</summary>
    private Task<ProcessResult> BuildAsync(CancellationToken cancellationToken) => BuildAsync([], notes: null, cancellationToken);

    private async Task<ProcessResult> BuildAsync(string[] more, BuildNotes? notes, CancellationToken cancellationToken)
    {
        if (dotnet.Compiler is { } compiler)
            await compiler.StartAsync(dotnet.Boxes?.ForCompiler(), cancellationToken);
        return await dotnet.BuildAsync(Tree, Traversal, [.. more, "-t:Build", .. Quietly], cancellationToken, dotnet.Boxes?.ForBuild(Tree, Traversal, notes?.Folder), notes?.Environment(dotnet.Settings));
    }

    /// <summary>One MSBuild for all test projects, and with them for all they reference.</summary>
    private string TraversalOf(IReadOnlyList<TestCandidate> tests)
    {
        var items = tests.Select(test =>
            $"""    <Test Include="{SecurityElement.Escape(DotNet.Escape(Path.Combine(Tree, test.Path)))}"{(test.IsMultiTargeted ? $" AdditionalProperties=\"TargetFramework={test.Framework}\"" : "")} />""");
        var restores = tests.Select(test => $"""    <Restored Include="{SecurityElement.Escape(DotNet.Escape(Path.Combine(Tree, test.Path)))}" />""");
        return $"""
            <Project>
              <ItemGroup>
            {string.Join('\n', items.Concat(restores))}
              </ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Restored)" Targets="Restore" Properties="MSBuildRestoreSessionId=1" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Test)" Targets="Build" BuildInParallel="true" /></Target>
            </Project>

            """;
    }
}
