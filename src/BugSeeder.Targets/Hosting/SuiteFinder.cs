using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Hosting;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting;

/// <summary>How the tests of a project are run, found out by trying.</summary>
/// <param name="Project">The test project.</param>
/// <param name="Suite">The suite in a worker; <see langword="null"/> when only the real build and test run will do.</param>
/// <param name="Reason">Why they are run so.</param>
internal sealed record SuiteRoute(TestProject Project, HostedSuite? Suite, string Reason)
{
    /// <summary>How and why, for the user.</summary>
    public override string ToString() => Suite switch
    {
        null => $"{Project.Path}: by the real build and tests, since {Reason}",
        { Kind: HostKind.Adapter } suite => $"{Project.Path}: in a warm worker, through {suite.Adapter}: {Reason}",
        { } suite => $"{Project.Path}: in a warm worker, directly through {NameOf(suite.Kind)}: {Reason}",
    };

    private static string NameOf(HostKind kind) => kind switch
    {
        HostKind.Xunit2 => "xunit 2",
        HostKind.Xunit3 => "xunit.v3",
        HostKind.NUnit => "NUnit",
        HostKind.Adapter => "its VSTest adapter",
        _ => throw new InvalidOperationException($"No such kind: {kind}"),
    };
}

/// <summary>Finds the best way to run a project's tests in a worker: the first by which every test of the oracle passes, under the name that a real run gives it.</summary>
internal sealed class SuiteFinder(HostConditions conditions, long memoryLimit, IReadOnlyCollection<string> oracle)
{
    /// <summary>A tenth of the tests may stay mute before a way is not worth taking.</summary>
    private const double LargestDeafShare = 0.1;

    public async Task<SuiteRoute> FindAsync(TestProject project, HostPlace place, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        HostedSuite? best = null;
        foreach (var (kind, adapter) in Ways(Path.GetDirectoryName(place.PathOf(project))!))
        {
            try
            {
                var suite = await TryAsync(project, place, kind, adapter, cancellationToken);
                if (suite.Trouble is { } trouble)
                    problems.Add($"{kind}: a failure outside of any test ({FirstLine(trouble)})");
                else if (suite.Deaf.Count == 0 && suite.Trusted.Count > 0)
                    return new(project, suite, $"all its {suite.Trusted.Count} tests of the oracle pass there{Tried(problems)}");
                else
                {
                    problems.Add($"{kind}: {suite.Deaf.Count} tests of the oracle are not seen to pass, such as {(suite.Deaf is [var first, ..] ? first : "all of them")}");
                    if (suite.Trusted.Count > 0 && suite.Deaf.Count <= LargestDeafShare * (suite.Trusted.Count + suite.Deaf.Count) && (best is null || suite.Deaf.Count < best.Deaf.Count))
                        best = suite;
                }
            }
            catch (WorkerException problem)
            {
                problems.Add($"{kind}: {FirstLine(problem.Message)}");
            }
        }

        return best is not null
            ? new(project, best, $"{best.Trusted.Count} tests of the oracle pass there; what the other {best.Deaf.Count} alone would notice is left to the real build")
            : new(project, null, problems.Count == 0 ? "its framework is none that a worker knows" : string.Join("; ", problems));
    }

    private static string Tried(List<string> problems) => problems.Count == 0 ? "" : $" (tried before: {string.Join("; ", problems)})";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    /// <summary>The framework's own door first, then its adapter.</summary>
    private static IEnumerable<(HostKind Kind, string? Adapter)> Ways(string output)
    {
        if (File.Exists(Path.Combine(output, "xunit.v3.core.dll")))
            yield return (HostKind.Xunit3, null);
        if (File.Exists(Path.Combine(output, "xunit.execution.dotnet.dll")))
            yield return (HostKind.Xunit2, null);
        if (File.Exists(Path.Combine(output, "nunit.framework.dll")))
            yield return (HostKind.NUnit, null);
        foreach (var adapter in Directory.EnumerateFiles(output, "*.dll").Select(file => Path.GetFileName(file)!).Where(IsAdapter).Order(StringComparer.Ordinal))
            yield return (HostKind.Adapter, adapter);
    }

    private static bool IsAdapter(string name) => name.EndsWith("TestAdapter.dll", StringComparison.OrdinalIgnoreCase);

    private async Task<HostedSuite> TryAsync(TestProject project, HostPlace place, HostKind kind, string? adapter, CancellationToken cancellationToken)
    {
        await using var worker = await Worker.StartAsync(conditions.DotNet, HostedSuite.Setup(project, place, kind, adapter, conditions, memoryLimit), cancellationToken);
        var found = Expect<HostReply.Found>(await worker.AskAsync(new HostRequest.Discover([]), HostLimits.Whole, cancellationToken));
        var runs = new List<HostReply.Ran>();
        for (var run = 0; run < 2; run++)
            runs.Add(Expect<HostReply.Ran>(await worker.AskAsync(new HostRequest.Run([], null, false, HostLimits.Unknown, Measure: true), HostLimits.Whole, cancellationToken)));
        return new(project, kind, adapter, found.Tests, [.. runs.Select(run => run.Results)], runs[^1].WorkingSet, oracle);
    }

    private static T Expect<T>(WorkerAnswer answer) where T : HostReply => answer switch
    {
        WorkerAnswer.Replied { Reply: T reply } => reply,
        WorkerAnswer.Replied { Reply: HostReply.Failed failed } => throw new WorkerException(failed.Message),
        WorkerAnswer.TimedOut => throw new WorkerException("a test does not end there"),
        WorkerAnswer.Died died => throw new WorkerException(died.How),
        WorkerAnswer.OutOfMemory => throw new WorkerException("it takes more memory than there is"),
        _ => throw new WorkerException("it answers something else"),
    };
}
