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
    private readonly IReadOnlySet<string> rewritten;

    private HostedTarget(HostConditions conditions, Judge judge, Emitter emitter, IReadOnlySet<string> rewritten, IReadOnlyList<SuiteRoute> routes, IReadOnlyList<HostPlace> warm, IReadOnlyList<HostPlace> cold, long memoryLimit, int longestChain)
    {
        this.conditions = conditions;
        this.judge = judge;
        Emitter = emitter;
        this.rewritten = rewritten;
        Routes = routes;
        Suites = [.. routes.Select(route => route.Suite).OfType<HostedSuite>()];
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

    /// <summary>Finds out how the tests run in workers, and prepares places for as many of them as there are cores and memory for.</summary>
    /// <param name="judge">The target, built.</param>
    /// <param name="code">Its code.</param>
    /// <param name="baseline">Which tests' word counts.</param>
    /// <param name="settings">How the target is built and tested.</param>
    /// <param name="folder">A folder of our own outside the target.</param>
    /// <param name="parallel">How many lanes at most.</param>
    /// <param name="isBoxed">Whether workers are shut in where builds and tests are: for code that somebody else has written.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<HostedTarget> OpenAsync(Judge judge, TargetCode code, Baseline baseline, TargetSettings settings, string folder, int parallel, bool isBoxed, CancellationToken cancellationToken)
    {
        var same = new HostConditions(new DotNet(settings), judge.Layout.RollForward, isBoxed && judge.BoxFor(folder, folder) is not null ? judge.BoxFor : null);
        var emitter = new Emitter(code);
        var names = emitter.Projects.Select(Emitter.AssemblyOf).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var cold = new List<HostPlace>();
        using (Phases.Start("copy the built target"))
            cold.Add(new(judge.BuiltFolder, Path.Combine(folder, "c1"), names));
        var available = Memory.Available;
        var finder = new SuiteFinder(same, available / 2, baseline.Oracle);
        var routes = new List<SuiteRoute>();
        var looking = Task.Run(() => Rewritten(emitter, judge), cancellationToken);
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
    public HostedTarget With(IReadOnlyList<SuiteRoute> routes) => new(conditions, judge, Emitter, rewritten, routes, WarmPlaces, ColdPlaces, MemoryLimit, LongestChain);

    /// <summary>Whether something rewrites an assembly after compilation, so that only the real build can say anything of it.</summary>
    public bool IsRewritten(string assembly) => rewritten.Contains(assembly);

    /// <summary>What the user should know of how this target is run.</summary>
    public IEnumerable<string> Notes() => Routes.Select(route => route.ToString())
        .Concat(rewritten.Select(assembly => $"{assembly}: by the real build and tests, since something rewrites it after compilation"))
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

    /// <summary>Runs all tests on changed images in fresh processes: nothing that ran before can have an influence, and what runs once in a process runs changed.</summary>
    /// <param name="lane">The lane whose cold place is used; nobody else may use it meanwhile.</param>
    /// <param name="images">The changed images.</param>
    /// <param name="stopAtFirstFailure">Whether the rest may be left out once a test of the oracle has failed.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<HostRun> RunColdAsync(int lane, IReadOnlyList<EmittedImage> images, bool stopAtFirstFailure, CancellationToken cancellationToken) =>
        RunColdAsync(lane, images, _ => [], stopAtFirstFailure, cancellationToken);

    /// <summary>The same on the built images, changed by deltas before anything of them runs.</summary>
    /// <param name="lane">The lane whose cold place is used; nobody else may use it meanwhile.</param>
    /// <param name="deltas">The deltas of each suite.</param>
    /// <param name="stopAtFirstFailure">Whether the rest may be left out once a test of the oracle has failed.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<HostRun> RunColdAsync(int lane, IReadOnlyDictionary<HostedSuite, IReadOnlyList<ModuleDelta>> deltas, bool stopAtFirstFailure, CancellationToken cancellationToken) =>
        RunColdAsync(lane, [], suite => deltas[suite], stopAtFirstFailure, cancellationToken);

    /// <summary>
    /// What the tests say of a tree in fresh workers; <see langword="null"/> where only the real build can say: when other than C# sources of known projects differ,
    /// or a test project does not run in a worker. Diagnostics of the build are not among what it says.
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
        if (emission.Images.Any(image => IsRewritten(image.Assembly)))
            return null;
        // As with the real build, nothing is there that an earlier tree's tests left.
        ColdPlaces[lane].Renew();
        var run = await RunColdAsync(lane, emission.Images, stopAtFirstFailure: false, cancellationToken);
        TreeOutcome? outcome = run.End switch
        {
            HostEnd.Ran when run.Reason.Length == 0 => TreeOutcome.Tested,
            HostEnd.TimedOut => TreeOutcome.TestsTimedOut,
            HostEnd.Crashed or HostEnd.OutOfMemory => TreeOutcome.TestsCrashed,
            _ => null,
        };
        return outcome is { } known ? new(known, [], run.Tests, run.Failures) : null;
    }

    private static HashSet<string> Rewritten(Emitter emitter, Judge judge)
    {
        using var phase = Phases.Start("look for rewritten assemblies");
        var outputs = judge.Layout.Tests.Select(test => Path.GetDirectoryName(Path.Combine(judge.BuiltFolder, test.Assembly))!).ToList();
        return emitter.Projects
            .Where(project => outputs.Select(output => Path.Combine(output, Emitter.AssemblyOf(project) + ".dll")).FirstOrDefault(File.Exists) is { } image && RewrittenImages.IsOne(project, image))
            .Select(Emitter.AssemblyOf)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private async Task<HostRun> RunColdAsync(int lane, IReadOnlyList<EmittedImage> images, Func<HostedSuite, IReadOnlyList<ModuleDelta>> deltas, bool stopAtFirstFailure, CancellationToken cancellationToken)
    {
        using (Phases.Start("cold: install"))
            ColdPlaces[lane].Install(images);
        var all = new HostRun(HostEnd.Ran, "", new Dictionary<string, TestOutcome>(), new Dictionary<string, string>());
        foreach (var suite in Suites)
        {
            all = all.And(await RunColdAsync(suite, ColdPlaces[lane], deltas(suite), stopAtFirstFailure, cancellationToken));
            if (all.End != HostEnd.Ran || (stopAtFirstFailure && all.Failures.Keys.Any(suite.Trusted.Contains)))
                break;
        }

        return all;
    }

    private async Task<HostRun> RunColdAsync(HostedSuite suite, HostPlace place, IReadOnlyList<ModuleDelta> deltas, bool stopAtFirstFailure, CancellationToken cancellationToken)
    {
        try
        {
            Worker started;
            using (Phases.Start("cold: start"))
                started = await Worker.StartAsync(conditions.DotNet, suite.SetupIn(place, conditions, MemoryLimit), cancellationToken);
            await using var worker = started;
            WorkerAnswer answer;
            using (Phases.Start("cold: find tests"))
                answer = await worker.AskAsync(new HostRequest.Discover(deltas), HostLimits.Whole, cancellationToken);
            if (answer is not WorkerAnswer.Replied { Reply: HostReply.Found found })
                return RunEnds.Of(answer);
            using var phase = Phases.Start("cold: run tests");
            answer = await worker.AskAsync(new HostRequest.Run([], null, stopAtFirstFailure, suite.ColdLimits(null)), HostLimits.Whole, cancellationToken);
            return answer is WorkerAnswer.Replied { Reply: HostReply.Ran ran } ? suite.Read(ran.Results, found.Tests) : RunEnds.Of(answer);
        }
        catch (WorkerException problem)
        {
            return HostRun.Ended(HostEnd.Broken, problem.Message);
        }
    }
}
