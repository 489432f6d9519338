using System.Globalization;
using BugSeeder.Bench.Measuring;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Text;

namespace BugSeeder.Bench.Stryker;

/// <summary>A run of Stryker: where it ran, what it reported, and what it used.</summary>
/// <param name="Mode">How it ran the tests.</param>
/// <param name="Root">The copy of the target it ran on.</param>
/// <param name="Report">Its report.</param>
/// <param name="Usage">What it used, from its start to its end.</param>
/// <param name="IsStored">Whether this is an earlier run's result.</param>
internal sealed record StrykerRun(StrykerMode Mode, string Root, string Report, Usage Usage, bool IsStored);

/// <summary>Runs Stryker.NET, in the version that .config/dotnet-tools.json pins, on a fresh copy of a target.</summary>
/// <param name="tree">The target.</param>
/// <param name="layout">What it consists of.</param>
/// <param name="settings">How it is built.</param>
/// <param name="files">The product files to mutate.</param>
/// <param name="work">A folder for copies.</param>
/// <param name="store">Where results are kept and looked for; <see langword="null"/> to keep none.</param>
internal sealed class StrykerTool(SourceTree tree, TargetLayout layout, TargetSettings settings, IReadOnlyList<string> files, string work, string? store)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);
    private int copies;

    /// <summary>
    /// The modes that could be right here: an xunit.v3 or Microsoft.Testing.Platform program can be run both ways, and which way is right is found by trying;
    /// where the tests are a library for VSTest, there is one way.
    /// </summary>
    public IReadOnlyList<StrykerMode> Modes => layout.Tests.All(test => test.Route == TestRoute.VSTest) ? [StrykerMode.VSTest] : [StrykerMode.VSTest, StrykerMode.TestingPlatform];

    /// <summary>Runs it once.</summary>
    /// <param name="mode">How it runs the tests.</param>
    /// <param name="round">Which round this is, so that every round has its own stored result.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UserError">It ended without a report.</exception>
    public async Task<StrykerRun> RunAsync(StrykerMode mode, int round, CancellationToken cancellationToken)
    {
        var kept = store is null ? null : Path.Combine(store, KeyOf(mode, round));
        if (kept is not null && File.Exists(Path.Combine(kept, "usage.json")))
            return new(mode, await File.ReadAllTextAsync(Path.Combine(kept, "root.txt"), cancellationToken), Path.Combine(kept, "report.json"), Json.Read<Usage>(await File.ReadAllTextAsync(Path.Combine(kept, "usage.json"), cancellationToken)), true);
        var copy = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"s{++copies}"));
        // Its manifest lies beside the copy and not in it; one of the target's own would hide it.
        var root = Path.Combine(copy, "target");
        Execution.Git.Workspace.Create(tree.Without([".config/dotnet-tools.json"]), root);
        await PrepareAsync(copy, cancellationToken);
        var (result, usage) = await ProcessTree.RunAsync(new("dotnet", [.. Arguments(mode, copy)], FolderOf(root)) { Environment = Variables(copy), TimeLimit = Longest }, cancellationToken);
        var report = Path.Combine(copy, "out", "reports", "mutation-report.json");
        if (!File.Exists(report))
            throw new UserError($"Stryker ({mode}) ended without a report:\n  {string.Join("\n  ", (result.OutputText + result.ErrorText).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(8))}", "See that `dotnet stryker` runs on the target.", ExitCode.TargetUnusable);
        if (kept is not null)
        {
            Directory.CreateDirectory(kept);
            File.Copy(report, Path.Combine(kept, "report.json"), overwrite: true);
            await File.WriteAllTextAsync(Path.Combine(kept, "root.txt"), root, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(kept, "usage.json"), Json.ToText(usage), cancellationToken);
        }

        return new(mode, root, report, usage, false);
    }

    /// <summary>Puts the pinned tool in reach; its download is not part of what is measured.</summary>
    private static async Task PrepareAsync(string copy, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(copy, ".config"));
        Directory.CreateDirectory(Path.Combine(copy, "tmp"));
        File.Copy(ManifestFile(), Path.Combine(copy, ".config", "dotnet-tools.json"));
        var restored = await ProcessRunner.RunAsync(new("dotnet", ["tool", "restore"], copy), cancellationToken);
        if (!restored.Succeeded)
            throw new UserError($"Stryker.NET cannot be restored: {restored.ErrorText.Trim()} {restored.OutputText.Trim()}", "See that the package registry is reachable and has dotnet-stryker in the version that .config/dotnet-tools.json names.");
    }

    /// <summary>The manifest of the repository that this program was built in.</summary>
    private static string ManifestFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, ".config", "dotnet-tools.json") is var manifest && File.Exists(manifest))
                return manifest;
        }

        throw new UserError("There is no .config/dotnet-tools.json above this program.", "Run it from within the repository: dotnet run -c Release --project tests/BugSeeder.Bench.");
    }

    /// <summary>A compiler server or build node of somebody else's would do work that is not counted; with a temporary folder of its own it finds none.</summary>
    internal static Dictionary<string, string?> Variables(string copy) => new(StringComparer.Ordinal)
    {
        ["TMPDIR"] = Path.Combine(copy, "tmp"),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    private IEnumerable<string> Arguments(StrykerMode mode, string copy)
    {
        string[] fixedOnes =
        [
            "stryker", "--skip-version-check", "--reporter", "json", "--output", Path.Combine(copy, "out"), "--verbosity", "info",
            "--concurrency", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
            "--test-runner", mode == StrykerMode.VSTest ? "vstest" : "mtp",
        ];
        var solution = Solution is { } named ? (string[])["--solution", Path.GetFileName(named)] : [];
        var framework = layout.Tests is [{ IsMultiTargeted: true } test, ..] ? (string[])["--target-framework", test.Framework] : [];
        return [.. fixedOnes, .. solution, .. framework, .. files.SelectMany(file => (string[])["--mutate", $"**/{file}"])];
    }

    private string? Solution => settings.Solution ?? tree.Files.Keys.FirstOrDefault(path => !path.Contains('/', StringComparison.Ordinal) && Path.GetExtension(path) is ".sln" or ".slnx");

    private string FolderOf(string root) => Path.GetDirectoryName(Path.Combine(root, Solution ?? layout.Tests[0].Path))!;

    private string KeyOf(StrykerMode mode, int round) =>
        $"{StableHash.Of([tree.Hash, mode.ToString(), .. files, .. settings.Properties.Select(property => $"{property.Key}={property.Value}")])[..12]}-{round}";
}
