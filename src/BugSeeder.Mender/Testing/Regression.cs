using BugSeeder.Execution.Hosting;
using BugSeeder.Hosting;
using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Reading;
using BugSeeder.Mender.Repairing;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Mender.Testing;

/// <summary>Finds a test for a departure: the one that the prompt shows, or one written from a check. It must fail on the workspace as it is.</summary>
internal static class Regression
{
    /// <summary>How many checks are tried.</summary>
    private const int Most = 3;

    /// <summary>The test; <see langword="null"/> where a test of the workspace fails already and nothing else does, or none can be written.</summary>
    public static async Task<RegressionTest?> ForAsync(Bench bench, Departures departures, CancellationToken cancellationToken)
    {
        foreach (var shown in bench.Code.Shown.Where(shown => Fails(bench, departures, shown.Test)))
        {
            var project = bench.Code.Code.Tests.First(test => test.Trees.ContainsKey(shown.File));
            return new(project.Project, shown.File, shown.Text, shown.Test.Class, shown.Test.Method);
        }

        // A test that changes the culture could leave it changed for the next one.
        foreach (var check in departures.Checks.Where(check => check.Under.Length == 0).OrderBy(check => check.Example.Setup.Length + check.Example.Expression.Length).Take(Most))
        {
            foreach (var project in bench.Workspace.Tests)
            {
                if (TestWriter.Write(project, check, cancellationToken) is { } test && await FailsAsync(bench, test, cancellationToken))
                    return test;
            }
        }

        return null;
    }

    private static bool Fails(Bench bench, Departures departures, ShownTest shown) => departures.Failing.Any(test =>
        bench.Suites[test.Suite].Hosted.Tests[test.Test] is var failing && failing.Class == shown.Class && failing.Method == shown.Method);

    private static async Task<bool> FailsAsync(Bench bench, RegressionTest test, CancellationToken cancellationToken)
    {
        var project = bench.Emitter.Projects.First(project => project.Project == test.Project).With([KeyValuePair.Create<string, string?>(test.File, test.Text)]);
        if (Emitter.EmitOne(project, cancellationToken).Image is not { } image)
            return false;
        bench.Install([image]);
        try
        {
            var suite = bench.Suites.FirstOrDefault(suite => suite.Hosted.Project.Path == test.Project);
            if (suite is null)
                return false;
            var (worker, found) = await bench.StartAsync(suite, cancellationToken);
            await using var running = worker;
            int[] numbers = [.. Enumerable.Range(0, found.Tests.Count).Where(number => found.Tests[number].Method.EndsWith(test.Method, StringComparison.Ordinal))];
            return numbers.Length > 0
                && await worker.AskAsync(new HostRequest.Run([], numbers, false, HostLimits.Unknown), Bench.RequestLimit, cancellationToken) is WorkerAnswer.Replied { Reply: HostReply.Ran ran }
                && ran.Results.Any(result => result.Outcome == HostedOutcome.Failed);
        }
        catch (WorkerException)
        {
            return false;
        }
        finally
        {
            bench.Install([]);
        }
    }
}
