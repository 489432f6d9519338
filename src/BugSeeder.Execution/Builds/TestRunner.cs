using BugSeeder.Execution.Processes;
using BugSeeder.Model.Targets;

namespace BugSeeder.Execution.Builds;

/// <summary>Runs the built tests of a folder, each project by its own route.</summary>
internal sealed class TestRunner(DotNet dotnet, TargetLayout layout)
{
    /// <summary>What all test projects together said.</summary>
    public sealed record Outcome(TreeOutcome Tree, Dictionary<string, TestOutcome> Tests, Dictionary<string, string> Failures);

    public async Task<Outcome> RunAsync(string folder, string scratch, TimeSpan limit, CancellationToken cancellationToken)
    {
        var tests = new Dictionary<string, TestOutcome>(StringComparer.Ordinal);
        var failures = new Dictionary<string, string>(StringComparer.Ordinal);
        var outcome = TreeOutcome.Tested;
        foreach (var (project, index) in layout.Tests.Select((project, index) => (project, index)))
        {
            var file = Path.Combine(scratch, $"results-{index}.xml");
            File.Delete(file);
            var process = await StartAsync(project, folder, file, limit, cancellationToken);
            var results = project.Route is TestRoute.XunitExecutable or TestRoute.XunitTestingPlatform ? ResultsReader.ReadXunit(file, project.Name) : ResultsReader.ReadTrx(file, project.Name);
            foreach (var result in results?.All ?? [])
                Add(result, tests, failures, folder);
            if (process.End != ProcessEnd.Exited)
                outcome = TreeOutcome.TestsTimedOut;
            else if (outcome == TreeOutcome.Tested && !IsWhole(process, results))
                outcome = TreeOutcome.TestsCrashed;
        }

        return new(outcome, tests, failures);
    }

    /// <summary>A runner that ended badly without a failing test did not run all tests, whatever it reported.</summary>
    private static bool IsWhole(ProcessResult process, ResultsReader.Results? results) =>
        results is { IsWhole: true } && (process.ExitCode == 0 || results.All.Any(result => result.Outcome == TestOutcome.Failed) || results.All.Count == 0);

    private static void Add(ResultsReader.Result result, Dictionary<string, TestOutcome> tests, Dictionary<string, string> failures, string folder)
    {
        tests[result.Test] = tests.TryGetValue(result.Test, out var before) ? TestName.Merge(before, result.Outcome) : result.Outcome;
        if (result.Outcome == TestOutcome.Failed && !failures.ContainsKey(result.Test))
            failures[result.Test] = result.Message.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0, "").Replace(folder, "", StringComparison.Ordinal);
    }

    private Task<ProcessResult> StartAsync(TestProject project, string folder, string results, TimeSpan limit, CancellationToken cancellationToken)
    {
        var assembly = Path.Combine(folder, project.Assembly);
        var resultsFolder = Path.GetDirectoryName(results)!;
        string[] arguments = project.Route switch
        {
            TestRoute.VSTest =>
            [
                "vstest", assembly, $"--logger:trx;LogFileName={Path.GetFileName(results)}", $"--ResultsDirectory:{resultsFolder}",
                .. project.RunSettings is { } settings ? [$"--Settings:{Path.Combine(folder, settings)}"] : Array.Empty<string>(),
            ],
            TestRoute.XunitExecutable => ["exec", assembly, "-xml", results, "-noLogo", "-noColor"],
            TestRoute.XunitTestingPlatform => ["exec", assembly, "--results-directory", resultsFolder, "--report-xunit", "--report-xunit-filename", Path.GetFileName(results), "--no-progress"],
            TestRoute.TestingPlatform => ["exec", assembly, "--results-directory", resultsFolder, "--report-trx", "--report-trx-filename", Path.GetFileName(results), "--no-progress"],
            _ => throw new InvalidOperationException($"No such route: {project.Route}"),
        };
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOTNET_ROLL_FORWARD"] = layout.RollForward ? "Major" : null };
        // As with `dotnet test`, tests start in the folder of their project's output.
        return dotnet.RunAsync(Path.GetDirectoryName(assembly)!, arguments, limit, cancellationToken, environment, dotnet.Boxes?.ForTests(folder, resultsFolder));
    }
}
