using BugSeeder.Execution.Hosting;
using BugSeeder.Hosting;
using BugSeeder.Mender.Checking;
using BugSeeder.TestHost.Protocol;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mender.Repairing;

/// <summary>Warm workers on the workspace as it is, into which patches go as deltas: a patch costs milliseconds.</summary>
internal sealed class WarmLane(Bench bench) : IAsyncDisposable
{
    /// <summary>So many deltas make a process slow, and what patches have left in its caches grows.</summary>
    private const int Longest = 150;

    private readonly List<Place> places = [];
    private readonly Dictionary<string, DeltaSession> sessions = new(StringComparer.Ordinal);
    private int deltas;

    /// <summary>Brings the workers from the patch before to this one.</summary>
    public async Task<TryOutcome> ApplyAsync(Mutant mutant, CancellationToken cancellationToken)
    {
        try
        {
            if (places.Count == 0 || deltas >= Longest)
                await RenewAsync(cancellationToken);
        }
        catch (WorkerException)
        {
            return await GiveUpAsync();
        }

        foreach (var (project, session) in sessions.Where(entry => entry.Value.IsDirty && entry.Key != mutant.Project.Project).ToList())
        {
            if (session.Undo(cancellationToken).Delta is not { } undo)
                return await GiveUpAsync();
            Send(project, undo);
        }

        var (delta, problem) = sessions[mutant.Project.Project].MoveTo(mutant.Project, mutant.Bodies, cancellationToken);
        if (problem is not null)
            return HasErrors(mutant, cancellationToken) ? TryOutcome.DoesNotCompile : TryOutcome.NeedsFreshProcess;
        if (delta is not null)
            Send(mutant.Project.Project, delta);
        return TryOutcome.Passed;
    }

    /// <summary>Runs tests on the patch that was applied last.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="stop">Whether the first that fails ends it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LaneRun> RunAsync(IReadOnlyCollection<CoveringTest> tests, bool stop, CancellationToken cancellationToken)
    {
        var (passed, failures) = (new HashSet<CoveringTest>(), new Dictionary<CoveringTest, string>());
        foreach (var group in tests.GroupBy(test => test.Suite))
        {
            var place = places[group.Key];
            int[] numbers = [.. group.Select(test => test.Test)];
            var answer = await place.Worker.AskAsync(new HostRequest.Run([.. place.Waiting], numbers, stop, place.Suite.Hosted.WarmLimits(numbers)), Bench.RequestLimit, cancellationToken);
            place.Waiting.Clear();
            if (answer is not WorkerAnswer.Replied { Reply: HostReply.Ran ran })
            {
                await CloseAsync();
                return LaneRun.Ended(answer is WorkerAnswer.Replied { Reply: HostReply.Failed } ? TryOutcome.NeedsFreshProcess : TryOutcome.Failed, RunEnds.Of(answer).Reason);
            }

            if (ran.Results.FirstOrDefault(result => result.Outcome != HostedOutcome.Passed && RunEnds.IsLoaderError(result.Message)) is { } broken)
            {
                await CloseAsync();
                return LaneRun.Ended(TryOutcome.NeedsFreshProcess, broken.Message);
            }

            if (ran.Results.FirstOrDefault(result => result.Outcome != HostedOutcome.Passed && IsStuck(result.Message)) is { } stuck)
            {
                // Where it was so on the workspace as it is, the patch has not made the process any worse.
                if (!place.Suite.Failing.Values.Any(IsStuck))
                    await CloseAsync();
                return LaneRun.Ended(TryOutcome.NeedsFreshProcess, stuck.Message);
            }

            if (ran.Results.FirstOrDefault(result => result.Test < 0 && result.Outcome != HostedOutcome.Passed) is { } outside)
                return LaneRun.Ended(TryOutcome.Failed, $"outside of any test: {outside.Message}");
            foreach (var failed in ran.Results.Where(result => result.Outcome != HostedOutcome.Passed))
                failures[new(group.Key, failed.Test)] = failed.Message;
            passed.UnionWith(ran.Results.Select(result => new CoveringTest(group.Key, result.Test)).Where(test => !failures.ContainsKey(test)));
            if (stop && failures.Count > 0)
                break;
        }

        return new(failures.Count == 0 && tests.All(passed.Contains) ? TryOutcome.Passed : TryOutcome.Failed, passed, failures, failures.Count == 0 ? "a test did not run" : WhyOf(failures.First()));
    }

    /// <summary>A type whose initialiser has failed stays unusable for as long as its process lives, whatever patch comes next.</summary>
    private static bool IsStuck(string message) => message.Contains("TypeInitializationException", StringComparison.Ordinal);

    private string WhyOf(KeyValuePair<CoveringTest, string> failure) => $"{places[failure.Key.Suite].Suite.Hosted.NameOf(failure.Key.Test)}: {failure.Value.ReplaceLineEndings(" ")}";

    public ValueTask DisposeAsync() => new(CloseAsync());

    private void Send(string project, ModuleDelta delta)
    {
        deltas++;
        foreach (var place in places.Where(place => place.Projects.Contains(project)))
            place.Waiting.Add(delta);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        await CloseAsync();
        foreach (var suite in bench.Suites)
        {
            var used = bench.Emitter.Products.Where(project => File.Exists(bench.BuiltImage(suite, project))).ToList();
            foreach (var project in used.Where(project => !sessions.ContainsKey(project.Project)))
                sessions[project.Project] = new(project, bench.BuiltImage(suite, project));
            places.Add(new(suite, await bench.WarmAsync(suite, cancellationToken), used.Select(project => project.Project).ToHashSet(StringComparer.Ordinal)));
        }
    }

    private async Task<TryOutcome> GiveUpAsync()
    {
        await CloseAsync();
        return TryOutcome.NeedsFreshProcess;
    }

    private async Task CloseAsync()
    {
        foreach (var place in places)
            await place.Worker.DisposeAsync();
        places.Clear();
        sessions.Clear();
        deltas = 0;
    }

    private static bool HasErrors(Mutant mutant, CancellationToken cancellationToken) => mutant.Bodies.Any(body =>
    {
        var tree = mutant.Project.Trees[body.File];
        var member = MethodBodies.At(tree.GetRoot(cancellationToken), body.Ordinal);
        return member is null || tree.GetDiagnostics(cancellationToken).Concat(mutant.Project.Compilation.GetSemanticModel(tree).GetDiagnostics(member.Span, cancellationToken)).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    });

    private sealed record Place(Suite Suite, Worker Worker, IReadOnlySet<string> Projects)
    {
        public List<ModuleDelta> Waiting { get; } = [];
    }
}
