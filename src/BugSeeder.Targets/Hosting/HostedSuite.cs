using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Hosting;
using BugSeeder.Model.Targets;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting;

/// <summary>The tests of one project as a worker runs them.</summary>
internal sealed class HostedSuite
{
    /// <summary>How long after the last result a test may wait, at least: a machine under load makes everybody wait.</summary>
    private const int WallFloor = 10_000;

    /// <summary>How much longer than on the unchanged code a test may take, as mutation testing has it.</summary>
    private const int Factor = 10;

    /// <summary>How much longer than the first time on the unchanged code a test may take in a fresh process.</summary>
    private const int ColdFactor = 5;

    private readonly string[] names;
    private readonly IReadOnlyList<string>[] identities;
    private readonly double[] firstCpu;
    private readonly double[] firstWall;

    /// <summary>Describes a suite by what two runs of the unchanged code said.</summary>
    /// <param name="project">The test project.</param>
    /// <param name="kind">How its tests are reached.</param>
    /// <param name="adapter">The file name of the VSTest adapter, if one is used.</param>
    /// <param name="tests">The tests that the worker found.</param>
    /// <param name="runs">The runs' results.</param>
    /// <param name="memory">What the worker's process took, in bytes.</param>
    /// <param name="oracle">The tests whose word counts.</param>
    public HostedSuite(TestProject project, HostKind kind, string? adapter, IReadOnlyList<HostedTest> tests, IReadOnlyList<IReadOnlyList<HostedResult>> runs, long memory, IReadOnlyCollection<string> oracle)
    {
        Project = project;
        Kind = kind;
        Adapter = adapter;
        names = [.. tests.Select(test => NameOf(test, test.Shown))];
        Tests = tests;
        var own = oracle.Where(test => test.StartsWith(project.Name + "::", StringComparison.Ordinal)).ToList();
        var verdicts = runs.Select(run => Read(run).Tests).ToList();
        Trusted = own.Where(test => verdicts.All(run => run.GetValueOrDefault(test, TestOutcome.Failed) == TestOutcome.Passed)).ToHashSet(StringComparer.Ordinal);
        Deaf = [.. own.Except(Trusted)];
        var reported = runs.SelectMany(run => run).Where(result => result.Test >= 0).ToLookup(result => result.Test, result => NameOf(result, tests));
        identities = [.. tests.Select((_, test) => reported.Contains(test) ? (IReadOnlyList<string>)[.. reported[test].Distinct(StringComparer.Ordinal)] : [names[test]])];
        Counting = [.. Enumerable.Range(0, tests.Count).Where(test => identities[test].Any(Trusted.Contains))];
        Trouble = runs.SelectMany(run => run).FirstOrDefault(result => result.Test < 0)?.Message;
        var last = runs[^1].Where(result => result.Test >= 0).ToList();
        Cpu = Costs(last, result => result.Cpu);
        Wall = Costs(last, result => result.Wall);
        var first = runs[0].Where(result => result.Test >= 0).ToList();
        firstCpu = Costs(first, result => result.Cpu);
        firstWall = Costs(first, result => result.Wall);
        Memory = memory;
    }

    /// <summary>The test project.</summary>
    public TestProject Project { get; }

    /// <summary>How its tests are reached.</summary>
    public HostKind Kind { get; }

    /// <summary>The file name of the VSTest adapter, if one is used.</summary>
    public string? Adapter { get; }

    /// <summary>The tests by number.</summary>
    public IReadOnlyList<HostedTest> Tests { get; }

    /// <summary>Tests of the oracle that pass here too: their failure is a kill.</summary>
    public IReadOnlySet<string> Trusted { get; }

    /// <summary>The tests by number that have a trusted one among what they report.</summary>
    public IReadOnlyList<int> Counting { get; }

    /// <summary>Tests of the oracle that are not seen to pass here: of what only they notice nothing can be said.</summary>
    public IReadOnlyList<string> Deaf { get; }

    /// <summary>A failure outside of any test that the unchanged code has already.</summary>
    public string? Trouble { get; }

    /// <summary>CPU time of each test by number, in milliseconds.</summary>
    public IReadOnlyList<double> Cpu { get; }

    /// <summary>Time on the clock of each test by number, in milliseconds.</summary>
    public IReadOnlyList<double> Wall { get; }

    /// <summary>What a worker's process takes, in bytes.</summary>
    public long Memory { get; }

    /// <summary>What each of some tests may use in a fresh process, where the first pays for much that is compiled or opened only once.</summary>
    /// <param name="tests">Their numbers; <see langword="null"/> for all.</param>
    public TestLimits ColdLimits(IReadOnlyCollection<int>? tests) => Limits(tests, Math.Max(HostLimits.ColdCpu, Most(firstCpu, tests, ColdFactor)), Math.Max(WallFloor, Most(firstWall, tests, ColdFactor)));

    /// <summary>What each of some tests may use in a warm process, where one that waits is only suspected: a fresh process lets it wait for longer.</summary>
    /// <param name="tests">Their numbers; <see langword="null"/> for all.</param>
    public TestLimits WarmLimits(IReadOnlyCollection<int>? tests) => Limits(tests, HostLimits.WarmCpu, WallFloor) with { Idle = Math.Max(HostLimits.WarmIdle, Most(Wall, tests, Factor)) };

    /// <summary>The identity of a test by number.</summary>
    public string NameOf(int test) => names[test];

    /// <summary>The identities of what a test by number reports: its own, or one for each row where a framework learns the rows only by running it.</summary>
    public IReadOnlyList<string> IdentitiesOf(int test) => identities[test];

    /// <summary>What results say, by identity.</summary>
    public HostRun Read(IReadOnlyList<HostedResult> results) => Read(results, Tests);

    /// <summary>What results of another worker say, by identity: changed code can give other rows to a test, and so other numbers.</summary>
    public HostRun Read(IReadOnlyList<HostedResult> results, IReadOnlyList<HostedTest> found)
    {
        var tests = new Dictionary<string, TestOutcome>(StringComparer.Ordinal);
        var failures = new Dictionary<string, string>(StringComparer.Ordinal);
        var outside = "";
        foreach (var result in results)
        {
            if (result.Test < 0)
            {
                outside = result.Message;
                continue;
            }

            var name = NameOf(result, found);
            var outcome = result.Outcome switch
            {
                HostedOutcome.Passed => TestOutcome.Passed,
                HostedOutcome.Failed => TestOutcome.Failed,
                HostedOutcome.Skipped => TestOutcome.Skipped,
                _ => throw new InvalidOperationException($"No such outcome: {result.Outcome}"),
            };
            tests[name] = tests.TryGetValue(name, out var before) ? TestName.Merge(before, outcome) : outcome;
            if (outcome == TestOutcome.Failed)
                failures.TryAdd(name, result.Message);
        }

        return new(HostEnd.Ran, outside, tests, failures);
    }

    /// <summary>Whether a run of all tests tells of every trusted one among those that its worker found: changed code can have fewer.</summary>
    public bool IsWhole(HostRun run, IReadOnlyList<HostedTest> found) => found.Select(test => NameOf(test, test.Shown)).Where(Trusted.Contains).All(run.Tests.ContainsKey);

    /// <summary>How a worker for these tests is started.</summary>
    public WorkerSetup SetupIn(HostPlace place, HostConditions conditions, long memoryLimit) => Setup(Project, place, Kind, Adapter, conditions, memoryLimit);

    /// <summary>How a worker is started.</summary>
    public static WorkerSetup Setup(TestProject project, HostPlace place, HostKind kind, string? adapter, HostConditions conditions, long memoryLimit)
    {
        var assembly = place.PathOf(project);
        return new(assembly, kind, adapter is null ? null : Path.Combine(Path.GetDirectoryName(assembly)!, adapter), conditions.RollForward, memoryLimit)
        {
            BoxWith = conditions.BoxFor is { } box ? scratch => box(place.Folder, scratch) : null,
        };
    }

    /// <summary>The identity of a result of a test.</summary>
    public string NameOf(HostedTest test, string shown)
    {
        // An adapter may know no more than the full name; the class is what stands before the method then.
        if (test.Class.Length > 0)
            return TestName.Of(Project.Name, test.Class, test.Method, shown);
        var full = test.Method.IndexOf('(', StringComparison.Ordinal) is var bracket and >= 0 ? test.Method[..bracket] : test.Method;
        var dot = full.LastIndexOf('.');
        return TestName.Of(Project.Name, dot < 0 ? "" : full[..dot], full[(dot + 1)..], shown);
    }

    private string NameOf(HostedResult result, IReadOnlyList<HostedTest> found) => NameOf(found[result.Test], result.Shown.Length == 0 ? found[result.Test].Shown : result.Shown);

    private TestLimits Limits(IReadOnlyCollection<int>? tests, int cpuFloor, int wallFloor)
    {
        var wall = Math.Max(wallFloor, Most(Wall, tests, Factor));
        return new(Math.Max(cpuFloor, Most(Cpu, tests, Factor)), wall, wall);
    }

    /// <summary>Some times what the longest of some tests takes.</summary>
    private static int Most(IReadOnlyList<double> costs, IReadOnlyCollection<int>? tests, int factor) => (int)(factor * (tests is null ? costs : tests.Select(test => costs[test])).DefaultIfEmpty().Max());

    private double[] Costs(List<HostedResult> results, Func<HostedResult, double> cost)
    {
        var costs = new double[names.Length];
        foreach (var result in results)
            costs[result.Test] += cost(result);
        return costs;
    }
}
