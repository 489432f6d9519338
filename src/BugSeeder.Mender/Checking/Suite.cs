using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Hosting;
using BugSeeder.Hosting;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Mender.Checking;

/// <summary>The tests of a project as a worker runs them, checks among them, and how each ended on the workspace as it is.</summary>
/// <param name="Hosted">The tests.</param>
/// <param name="Passing">Those that passed each time, by number.</param>
/// <param name="Failing">Those that failed twice, with what they say.</param>
internal sealed record Suite(HostedSuite Hosted, IReadOnlySet<int> Passing, IReadOnlyDictionary<int, string> Failing)
{
    /// <summary>What one test may use while its own cost is not known, in milliseconds of CPU and on the clock.</summary>
    private static readonly TestLimits First = new(15_000, 30_000, 30_000);

    /// <summary>Runs the tests of a project, by the first way that works, and a second time where something fails: what wavers says nothing.</summary>
    /// <returns>The suite with the worker in which all of it has run, or why there is none.</returns>
    public static async Task<((Suite Suite, Worker Worker)? Opened, string Problem)> OpenAsync(TestProject project, HostPlace place, HostConditions conditions, long memoryLimit, TimeSpan limit, CancellationToken cancellationToken)
    {
        var problem = "its framework is none that is known";
        foreach (var (kind, adapter) in SuiteFinder.Ways(Path.GetDirectoryName(place.PathOf(project))!))
        {
            Worker? worker = null;
            try
            {
                worker = await Worker.StartAsync(conditions.DotNet, HostedSuite.Setup(project, place, kind, adapter, conditions, memoryLimit), cancellationToken);
                if (await worker.AskAsync(new HostRequest.Discover([]), limit, cancellationToken) is not WorkerAnswer.Replied { Reply: HostReply.Found found })
                    throw new WorkerException("it finds no tests");
                var runs = new List<IReadOnlyList<HostedResult>>();
                while (runs.Count == 0 || (runs.Count == 1 && runs[0].Any(result => result.Outcome == HostedOutcome.Failed)))
                {
                    var answer = await worker.AskAsync(new HostRequest.Run([], null, false, First, Measure: true), limit, cancellationToken);
                    runs.Add(answer is WorkerAnswer.Replied { Reply: HostReply.Ran ran } ? ran.Results : throw new WorkerException(RunEnds.Of(answer).Reason));
                }

                var hosted = new HostedSuite(project, kind, adapter, found.Tests, runs, memoryLimit, []);
                var opened = (Of(hosted, runs), worker);
                worker = null;
                return (opened, "");
            }
            catch (WorkerException broken)
            {
                problem = broken.Message;
            }
            finally
            {
                if (worker is not null)
                    await worker.DisposeAsync();
            }
        }

        return (null, problem);
    }

    private static Suite Of(HostedSuite hosted, List<IReadOnlyList<HostedResult>> runs)
    {
        var outcomes = runs.Select(run => run.Where(result => result.Test >= 0).ToLookup(result => result.Test)).ToList();
        bool Always(int test, HostedOutcome wanted) => outcomes.TrueForAll(run => run[test].Any() && (wanted == HostedOutcome.Passed ? run[test].All(result => result.Outcome == wanted) : run[test].Any(result => result.Outcome == wanted)));
        var numbers = Enumerable.Range(0, hosted.Tests.Count).ToList();
        return new(
            hosted,
            numbers.Where(test => Always(test, HostedOutcome.Passed)).ToHashSet(),
            numbers.Where(test => Always(test, HostedOutcome.Failed)).ToDictionary(test => test, test => outcomes[^1][test].First(result => result.Outcome == HostedOutcome.Failed).Message));
    }
}
