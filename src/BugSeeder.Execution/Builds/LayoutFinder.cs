using System.Text.Json;
using System.Text.RegularExpressions;
using BugSeeder.Model;

namespace BugSeeder.Execution.Builds;

/// <summary>Finds out what a target consists of, by asking MSBuild.</summary>
internal sealed partial class LayoutFinder(DotNet dotnet, TargetSettings settings, string folder, IReadOnlyCollection<string> files)
{
    private static readonly string[] TestPackages = ["xunit", "xunit.core", "xunit.v3", "xunit.v3.core", "xunit.v3.mtp-v1", "xunit.v3.mtp-v2", "NUnit", "MSTest", "MSTest.TestFramework", "TUnit"];

    /// <summary>Before the build: which projects hold tests, and for which framework each is run.</summary>
    public async Task<IReadOnlyList<TestCandidate>> FindTestsAsync(CancellationToken cancellationToken)
    {
        var projects = (await ProjectsAsync(cancellationToken)).ToArray();
        if (projects.Length == 0)
            throw new UserError("The target has no C# project.", "Give the folder of a C# repository with --target.", ExitCode.TargetUnusable);
        var found = new TestCandidate?[projects.Length];
        await Parallel.ForAsync(0, projects.Length, Options(cancellationToken), async (index, token) => found[index] = await CandidateAsync(projects[index], token));
        return [.. found.OfType<TestCandidate>()];
    }

    /// <summary>After the build: where the outputs are, how they are run, and which projects they reference.</summary>
    /// <param name="candidates">The test projects.</param>
    /// <param name="notes">What their build wrote down; where it did not, MSBuild is asked.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<TargetLayout> FindLayoutAsync(IReadOnlyList<TestCandidate> candidates, BuildNotes? notes, CancellationToken cancellationToken)
    {
        var usable = candidates.Where(candidate => candidate.Problem is null).ToArray();
        var tests = new TestProject[usable.Length];
        var references = new IReadOnlyList<ProductProject>[usable.Length];
        await Parallel.ForAsync(0, usable.Length, Options(cancellationToken), async (index, token) =>
            (tests[index], references[index]) = await BuiltAsync(usable[index], notes, token));
        var testPaths = candidates.Select(candidate => candidate.Path).ToHashSet(StringComparer.Ordinal);
        var products = references.SelectMany(list => list)
            .Where(product => !testPaths.Contains(product.Path) && Glob.MatchesAny(settings.ProductProjects, product.Path))
            .GroupBy(product => product.Path, StringComparer.Ordinal)
            // Where the tests use several frameworks of one project, the newest is studied.
            .Select(group => group.OrderByDescending(product => TestCandidate.VersionOf(product.Framework) ?? new Version(0, 0)).First())
            .OrderBy(product => product.Path, StringComparer.Ordinal)
            .ToArray();
        await Parallel.ForAsync(0, products.Length, Options(cancellationToken), async (index, token) => products[index] = await WithTargetingAsync(products[index], notes, token));
        return new(tests, products, [.. candidates.Where(candidate => candidate.Problem is not null).Select(candidate => $"{candidate.Path}: {candidate.Problem}")], usable.Any(candidate => candidate.RollsForward));
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };

    private async Task<IEnumerable<string>> ProjectsAsync(CancellationToken cancellationToken)
    {
        var solutions = settings.Solution is { } named ? [named] : files.Where(path => !path.Contains('/', StringComparison.Ordinal) && IsSolution(path)).ToList();
        if (settings.Solution is { } missing && !files.Contains(missing))
            throw new UserError($"The solution '{missing}' is not in the target.", "Correct `solution` in bugseeder.yml.");
        if (solutions.Count == 0)
            return files.Where(IsProject);
        var listed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var solution in solutions)
        {
            var result = await dotnet.RunAsync(folder, ["sln", solution, "list"], settings.BuildLimit, cancellationToken);
            if (!result.Succeeded)
                throw new UserError($"The solution '{solution}' cannot be read: {(result.ErrorText + result.OutputText).Trim().Replace(folder, "", StringComparison.Ordinal)}", "See what `dotnet sln list` says of it, or name another one with `solution` in bugseeder.yml.", ExitCode.TargetUnusable);
            var inner = solution.LastIndexOf('/') is var slash and >= 0 ? solution[..(slash + 1)] : "";
            listed.UnionWith(result.OutputText.Split('\n', StringSplitOptions.TrimEntries).Where(IsProject).Select(path => Normal(inner + path.Replace('\\', '/'))));
        }

        return listed.Where(files.Contains);
    }

    private static bool IsSolution(string path) => path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase);

    private static bool IsProject(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".vbproj", StringComparison.OrdinalIgnoreCase);

    private string Normal(string path) => Relative(Path.GetFullPath(Path.Combine(folder, path)));

    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private async Task<TestCandidate?> CandidateAsync(string project, CancellationToken cancellationToken)
    {
        if (!Glob.MatchesAny(settings.TestProjects, project))
            return null;
        var facts = await ProjectFacts.AskAsync(dotnet, folder, project, ["IsTestProject", "TargetFramework", "TargetFrameworks", "OutputType", "RoslynTargetsPath"], ["PackageReference"], null, cancellationToken);
        if (facts.Problem is { } problem)
            return new(project, "", false, false, problem);
        if (!IsTest(facts))
            return null;
        return TestCandidate.For(project, facts.Property("TargetFramework"), facts.Property("TargetFrameworks")) with { Compiler = facts.Property("RoslynTargetsPath") };
    }

    /// <summary>A package may add the property only after restore, so the packages themselves are looked at too; helper libraries for tests have no runner.</summary>
    private static bool IsTest(ProjectFacts facts)
    {
        if (string.Equals(facts.Property("IsTestProject"), "false", StringComparison.OrdinalIgnoreCase))
            return false;
        var packages = facts.Items("PackageReference").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isExecutable = string.Equals(facts.Property("OutputType"), "Exe", StringComparison.OrdinalIgnoreCase);
        return string.Equals(facts.Property("IsTestProject"), "true", StringComparison.OrdinalIgnoreCase)
            || (TestPackages.Any(packages.Contains) && (packages.Contains("Microsoft.NET.Test.Sdk") || isExecutable || packages.Contains("MSTest") || packages.Contains("TUnit")));
    }

    private async Task<(TestProject Test, IReadOnlyList<ProductProject> References)> BuiltAsync(TestCandidate candidate, BuildNotes? notes, CancellationToken cancellationToken)
    {
        var facts = notes?.Of(Path.Combine(folder, candidate.Path), candidate.Framework)
            ?? await ProjectFacts.AskAsync(dotnet, folder, candidate.Path, BuildNotes.Properties, [], candidate.IsMultiTargeted ? candidate.Framework : null, cancellationToken);
        var output = facts.Property("TargetPath");
        if (!File.Exists(output))
            throw new UserError($"The test project '{candidate.Path}' has no output after the build.", "Build it by hand and see what it says.", ExitCode.TargetUnusable);
        var (route, reason) = RouteOf(candidate.Path, output, facts);
        var runSettings = facts.Property("RunSettingsFilePath") is { Length: > 0 } path ? Relative(path) : null;
        var test = new TestProject(candidate.Path, candidate.Framework, candidate.IsMultiTargeted, Relative(output), facts.Property("AssemblyName"), route, reason, runSettings) { Compiler = CallOf(facts) };
        return (test, References(facts.Property("ProjectAssetsFile"), candidate.Framework));
    }

    private static (TestRoute Route, string Reason) RouteOf(string project, string output, ProjectFacts facts)
    {
        var neighbours = Directory.EnumerateFiles(Path.GetDirectoryName(output)!, "*.dll").Select(file => Path.GetFileName(file)!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var adapter = neighbours.FirstOrDefault(name => name.EndsWith(".testadapter.dll", StringComparison.OrdinalIgnoreCase));
        if (adapter is not null && neighbours.Contains("testhost.dll"))
            return (TestRoute.VSTest, $"{adapter} and the VSTest host are in its output");
        if (neighbours.Contains("xunit.v3.runner.inproc.console.dll"))
            return string.Equals(facts.Property("UseMicrosoftTestingPlatformRunner"), "true", StringComparison.OrdinalIgnoreCase)
                ? (TestRoute.XunitTestingPlatform, "it asks for Microsoft.Testing.Platform, for which xunit.v3 has a report of its own")
                : (TestRoute.XunitExecutable, "xunit.v3's own runner is in its output, and no VSTest host");
        if (neighbours.Contains("Microsoft.Testing.Extensions.TrxReport.dll"))
            return (TestRoute.TestingPlatform, "Microsoft.Testing.Platform with its TRX report is in its output, and no VSTest host");
        throw new UserError(
            $"The tests of '{project}' cannot be run so that every result is seen: its output has neither a VSTest adapter with its host, nor xunit.v3's runner, nor Microsoft.Testing.Platform with its TRX report.",
            "Reference Microsoft.NET.Test.Sdk and the framework's VSTest adapter, or Microsoft.Testing.Extensions.TrxReport; or leave the project out with `tests` in bugseeder.yml.",
            ExitCode.TargetUnusable);
    }

    private List<ProductProject> References(string assetsFile, string framework)
    {
        var found = new List<ProductProject>();
        if (!File.Exists(assetsFile))
            return found;
        using var document = JsonDocument.Parse(File.ReadAllText(assetsFile));
        var root = document.RootElement;
        var target = root.GetProperty("targets").EnumerateObject()
            .Where(entry => !entry.Name.Contains('/', StringComparison.Ordinal))
            .OrderByDescending(entry => entry.Name.Replace(",Version=v", "", StringComparison.Ordinal).EndsWith(framework.Replace("net", "", StringComparison.Ordinal), StringComparison.Ordinal))
            .First().Value;
        foreach (var library in target.EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "project"))
        {
            var path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("msbuildProject").GetString()!;
            var project = Relative(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.Combine(folder, ProjectOf(root)))!, path)));
            if (project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && files.Contains(project))
                found.Add(new(project, ShortName(library.Value.GetProperty("framework").GetString()!), IsMultiTargeted: false));
        }

        return found;
    }

    /// <summary>Frameworks may be listed in any file that a project imports, so MSBuild is asked.</summary>
    private async Task<ProductProject> WithTargetingAsync(ProductProject product, BuildNotes? notes, CancellationToken cancellationToken)
    {
        var facts = notes?.Of(Path.Combine(folder, product.Path), product.Framework)
            ?? await ProjectFacts.AskAsync(dotnet, folder, product.Path, ["TargetFrameworks"], [], null, cancellationToken);
        return product with { IsMultiTargeted = facts.Property("TargetFrameworks").Length > 0, Compiler = CallOf(facts) };
    }

    private CompilerCall? CallOf(ProjectFacts facts) => facts.CompilerArguments.Count == 0 ? null : new(facts.CompilerArguments, folder);

    private static string ProjectOf(JsonElement assets) => assets.GetProperty("project").GetProperty("restore").GetProperty("projectPath").GetString()!;

    /// <summary>From <c>.NETStandard,Version=v2.0</c> to <c>netstandard2.0</c>.</summary>
    private static string ShortName(string framework)
    {
        var match = FrameworkName().Match(framework);
        return match.Success
            ? match.Groups["family"].Value switch
            {
                ".NETStandard" => $"netstandard{match.Groups["version"].Value}",
                ".NETFramework" => $"net{match.Groups["version"].Value.Replace(".", "", StringComparison.Ordinal)}",
                _ => $"net{match.Groups["version"].Value}",
            }
            : framework;
    }

    [GeneratedRegex(@"^(?<family>\.NET\w+),Version=v(?<version>[\d.]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex FrameworkName();
}
