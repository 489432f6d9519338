using System.Collections.Concurrent;
using BugSeeder.Code;
using BugSeeder.Execution;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Hosting;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting;

/// <summary>A target whose tests run in workers, on images compiled in memory. What the real build and tests say stands above it.</summary>
internal sealed class HostedTarget
{
    private readonly HostConditions conditions;
    private readonly Judge judge;
    private readonly IReadOnlyDictionary<string, string> realOnly;
    private readonly ILookup<string, CoveringTest> byIdentity;
    private readonly ConcurrentDictionary<CoveringTest, bool> passing = new();

    private HostedTarget(HostConditions conditions, Judge judge, Emitter emitter, IReadOnlyDictionary<string, string> realOnly, IReadOnlyList<SuiteRoute> routes, IReadOnlyList<HostPlace> warm, IReadOnlyList<HostPlace> cold, long memoryLimit, int longestChain)
    {
        this.conditions = conditions;
        this.judge = judge;
        Emitter = emitter;
        this.realOnly = realOnly;
        Routes = routes;
        Suites = [.. routes.Select(route => route.Suite).OfType<HostedSuite>()];
        byIdentity = Suites.SelectMany((suite, number) => suite.Counting.SelectMany(test => suite.IdentitiesOf(test).Select(identity => (Identity: identity, Test: new CoveringTest(number, test)))))
            .ToLookup(entry => entry.Identity, entry => entry.Test, StringComparer.Ordinal);
        WarmPlaces = warm;
        ColdPlaces = cold;
        MemoryLimit = memoryLimit;
        LongestChain = longestChain;
    }

    /// <summary>How each test project is run, and why.</summary>
    public IReadOnlyList<SuiteRoute> Routes { get; }

    /// <summary>The test projects that run in workers.</summary>
    public IReadOnlyList<HostedSuite> Suites { get; }

    /// <summary>Compiles changed projects.</summary>
    public Emitter Emitter { get; }

    /// <summary>Where warm workers live, one place for each lane.</summary>
    public IReadOnlyList<HostPlace> WarmPlaces { get; }

    /// <summary>Where fresh processes run on other images: one place for each lane, and one more, since a mutant that waits for ever needs no core.</summary>
    public IReadOnlyList<HostPlace> ColdPlaces { get; }

    /// <summary>The most memory that one worker may use, in bytes.</summary>
    public long MemoryLimit { get; }

    /// <summary>After so many deltas the compiler's own memory of them is thrown away, with the worker that they are in.</summary>
    public int LongestChain { get; }

    /// <summary>Whether every test of the oracle is heard here. Where one is not, a mutant that no hosted test notices is not settled.</summary>
    public bool HearsAll => Routes.All(route => route.Suite is { Deaf.Count: 0 });

    /// <summary>The tests whose word counts that report a result of this identity.</summary>
    public IEnumerable<CoveringTest> TestsNamed(string identity) => byIdentity[identity];

    /// <summary>Finds out how the tests run in workers, and prepares places for as many of them as there are cores and memory for.</summary>
    /// <param name="judge">The target, built.</param>
    /// <param name="emitter">Compiles its code.</param>
    /// <param name="baseline">Which tests' word counts.</param>
    /// <param name="settings">How the target is built and tested.</param>
    /// <param name="folder">A folder of our own outside the target.</param>
    /// <param name="parallel">How many lanes at most.</param>
    /// <param name="isBoxed">Whether workers are shut in where builds and tests are: for code that somebody else has written.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<HostedTarget> OpenAsync(Judge judge, Emitter emitter, Baseline baseline, TargetSettings settings, string folder, int parallel, bool isBoxed, CancellationToken cancellationToken)
    {
        var same = new HostConditions(new DotNet(settings), judge.Layout.RollForward, isBoxed && judge.BoxFor(folder, folder) is not null ? judge.BoxFor : null);
        var names = emitter.Projects.Select(Emitter.AssemblyOf).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var cold = new List<HostPlace>();
        using (Phases.Start("copy the built target"))
            cold.Add(new(judge.BuiltFolder, Path.Combine(folder, "c1"), names));
        var available = Memory.Available;
        var finder = new SuiteFinder(same, available / 2, baseline.Oracle);
        var routes = new List<SuiteRoute>();
        var looking = Task.Run(() => RealOnly.Of(emitter, judge), cancellationToken);
        using (Phases.Start("find the way of the tests"))
        {
            foreach (var test in judge.Layout.Tests)
                routes.Add(await finder.FindAsync(test, cold[0], cancellationToken));
        }

        var (lanes, limit, chain) = Memory.Share(available, Math.Min(parallel, Environment.ProcessorCount), [.. routes.Select(route => route.Suite).OfType<HostedSuite>()]);
        var warm = new List<HostPlace>();
        for (var lane = 1; lane <= lanes; lane++)
        {
            using var phase = Phases.Start("copy the built target");
            warm.Add(new(judge.BuiltFolder, Path.Combine(folder, $"w{lane}"), names));
            cold.Add(new(judge.BuiltFolder, Path.Combine(folder, $"c{lane + 1}"), names));
        }

        return new(same, judge, emitter, await looking, routes, warm, cold, limit, chain);
    }

    /// <summary>The same target with only some of its test projects.</summary>
    public HostedTarget With(IReadOnlyList<SuiteRoute> routes) => new(conditions, judge, Emitter, realOnly, routes, WarmPlaces, ColdPlaces, MemoryLimit, LongestChain);

    /// <summary>Why only the real build can say anything of an assembly; <see langword="null"/> where what is compiled in memory is what it would run.</summary>
    public string? WhyRealOnly(string assembly) => realOnly.GetValueOrDefault(assembly);

    /// <summary>What the user should know of how this target is run.</summary>
    public IEnumerable<string> Notes() => Routes.Select(route => route.ToString())
        .Concat(realOnly.Select(entry => $"{entry.Key}: by the real build and tests, since {entry.Value}"))
        .Append($"{WarmPlaces.Count} lanes of workers, each with at most {MemoryLimit >> 20} MiB{(conditions.BoxFor is null ? "" : ", in a box of their own")}");

    /// <summary>Whether a suite's output has a project's assembly in it.</summary>
    public bool Uses(HostedSuite suite, ProjectCode project) => File.Exists(BuiltImage(suite, project));

    /// <summary>The image of a project that the real build left beside a suite's tests.</summary>
    public string BuiltImage(HostedSuite suite, ProjectCode project) =>
        Path.Combine(Path.GetDirectoryName(Path.Combine(judge.BuiltFolder, suite.Project.Assembly))!, Emitter.AssemblyOf(project) + ".dll");

    /// <summary>Starts a worker that has found its tests.</summary>
    /// <exception cref="WorkerException">It does not come up, or finds no tests.</exception>
    public async Task<Worker> StartAsync(HostedSuite suite, HostPlace place, CancellationToken cancellationToken)
    {
        var worker = await Worker.StartAsync(conditions.DotNet, suite.SetupIn(place, conditions, MemoryLimit), cancellationToken);
        if (await worker.AskAsync(new HostRequest.Discover([]), HostLimits.Whole, cancellationToken) is WorkerAnswer.Replied { Reply: HostReply.Found found } && found.Tests.SequenceEqual(suite.Tests))
            return worker;
        await worker.DisposeAsync();
        throw new WorkerException("it does not find the tests that it found before");
    }

    /// <summary>Runs all tests of changed code in fresh processes.</summary>
    /// <param name="lane">The lane whose cold place is used; nobody else may use it meanwhile.</param>
    /// <param name="run">What is run.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<HostRun> RunColdAsync(int lane, ColdRun run, CancellationToken cancellationToken)
    {
        using (Phases.Start("cold: install"))
            ColdPlaces[lane].Install(run.Images);
        // What is noticed here has its verdict, if a test notices it that needs none of those that are not run; what is not is run whole, from the beginning.
        if (run.First is { } first && await RunColdAsync(first.Suite, first.Tests, ColdPlaces[lane], run, cancellationToken) is var early && IsEnough(early) && await StandsAsync(early, first.Suite))
            return early;
        var all = HostRun.Nothing;
        foreach (var suite in Suites)
        {
            all = all.And(await RunColdAsync(suite, null, ColdPlaces[lane], run, cancellationToken));
            if (IsEnough(all))
                break;
        }

        return all;

        async Task<bool> StandsAsync(HostRun early, HostedSuite suite)
        {
            if (early.End != HostEnd.Ran)
                return true;
            ColdPlaces[lane].Install([]);
            foreach (var test in early.Failures.Keys.Where(suite.Trusted.Contains).SelectMany(TestsNamed))
            {
                if (await PassesByItselfAsync(test, ColdPlaces[lane], cancellationToken))
                    return true;
            }

            ColdPlaces[lane].Install(run.Images);
            return false;
        }

        bool IsEnough(HostRun so) => so.End != HostEnd.Ran || (run.StopAtFirstFailure && so.Failures.Keys.Any(test => Suites.Any(suite => suite.Trusted.Contains(test))));
    }

    /// <summary>Whether a test passes on the original in a fresh process in which it is the only one: then it may fail there for a mutant's sake.</summary>
    private async Task<bool> PassesByItselfAsync(CoveringTest test, HostPlace place, CancellationToken cancellationToken)
    {
        if (passing.TryGetValue(test, out var known))
            return known;
        var run = await RunColdAsync(Suites[test.Suite], [test.Test], place, new(), cancellationToken);
        return passing[test] = run is { End: HostEnd.Ran, Failures.Count: 0 };
    }

    /// <summary>
    /// What the tests say of a tree in fresh workers, side by side as in a real run; <see langword="null"/> where only the real build can say: when other
    /// than C# sources of known projects differ, a test project does not run in a worker, or a test that it has is not heard of. Diagnostics of the build
    /// are not among what it says.
    /// </summary>
    /// <param name="tree">The tree.</param>
    /// <param name="lane">The lane whose cold place is used; nobody else may use it meanwhile.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<TreeVerdict?> TestAsync(SourceTree tree, int lane, CancellationToken cancellationToken)
    {
        if (!HearsAll)
            return null;
        var paths = judge.Original.DifferencesTo(tree);
        var changed = new List<ProjectCode>();
        foreach (var project in Emitter.Projects)
        {
            var texts = paths.Where(project.Trees.ContainsKey).Select(path => KeyValuePair.Create(path, tree.Files.GetValueOrDefault(path)?.Text)).ToList();
            if (texts.Count > 0)
                changed.Add(project.With(texts));
        }

        if (paths.Any(path => !tree.Files.ContainsKey(path) || !Emitter.Projects.Any(project => project.Trees.ContainsKey(path))))
            return null;
        var emission = Emitter.Emit(changed, bodiesOnly: false, cancellationToken);
        if (emission.IsOriginals)
            return null;
        if (emission.Error is { } error)
            return new(TreeOutcome.BuildFailed, [new(error.Split(':')[0], IsError: true, "", 0, error)], new Dictionary<string, TestOutcome>(), new Dictionary<string, string>());
        if (emission.Images.Any(image => WhyRealOnly(image.Assembly) is not null))
            return null;
        // As with the real build, nothing is there that an earlier tree's tests left.
        ColdPlaces[lane].Renew();
        var run = await RunColdAsync(lane, new() { Images = emission.Images, SideBySide = true }, cancellationToken);
        TreeOutcome? outcome = run.End switch
        {
            HostEnd.Ran when run.Reason.Length == 0 => TreeOutcome.Tested,
            HostEnd.TimedOut => TreeOutcome.TestsTimedOut,
            HostEnd.Crashed or HostEnd.OutOfMemory => TreeOutcome.TestsCrashed,
            _ => null,
        };
        return outcome is { } known ? new(known, [], run.Tests, run.Failures) : null;
    }

    private async Task<HostRun> RunColdAsync(HostedSuite suite, IReadOnlyList<int>? tests, HostPlace place, ColdRun run, CancellationToken cancellationToken)
    {
        try
        {
            Worker started;
            using (Phases.Start("cold: start"))
                started = await Worker.StartAsync(conditions.DotNet, suite.SetupIn(place, conditions, MemoryLimit) with { SideBySide = run.SideBySide }, cancellationToken);
            await using var worker = started;
            WorkerAnswer answer;
            using (Phases.Start("cold: find tests"))
                answer = await worker.AskAsync(new HostRequest.Discover(run.Deltas.GetValueOrDefault(suite, [])), HostLimits.Whole, cancellationToken);
            if (answer is not WorkerAnswer.Replied { Reply: HostReply.Found found })
                return RunEnds.Of(answer);
            // Changed code can give other tests, and so other numbers.
            if (tests is not null && !found.Tests.SequenceEqual(suite.Tests))
                tests = null;
            var limits = suite.ColdLimits(tests);
            // Of tests side by side each uses CPU time while none of them ends.
            if (run.SideBySide)
                limits = limits with { Cpu = limits.Cpu * Environment.ProcessorCount };
            using var phase = Phases.Start("cold: run tests");
            answer = await worker.AskAsync(new HostRequest.Run([], tests, run.StopAtFirstFailure, limits), HostLimits.Whole, cancellationToken);
            if (answer is not WorkerAnswer.Replied { Reply: HostReply.Ran ran })
                return RunEnds.Of(answer);
            var read = suite.Read(ran.Results, found.Tests);
            return run.SideBySide && !suite.IsWhole(read, found.Tests) ? HostRun.Ended(HostEnd.Broken, "a test was not reported") : read;
        }
        catch (WorkerException problem)
        {
            return HostRun.Ended(HostEnd.Broken, problem.Message);
        }
    }
}
