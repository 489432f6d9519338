using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Hosting;
using BugSeeder.Execution.Trees;
using BugSeeder.Hosting;
using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Reading;
using BugSeeder.Model;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Mender.Checking;

/// <summary>A workspace, built, with its checks planted in memory and all of them run once: what is tried on it takes milliseconds.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private static readonly TargetSettings Settings = new() { Boxed = false, AnalyzesOriginal = false };
    private readonly IReadOnlyList<EmittedImage> planted;
    private readonly Dictionary<Suite, Worker> warm;

    private Bench(Judge judge, TargetCode workspace, CheckedCode code, Emitter emitter, HostPlace place, IReadOnlyList<EmittedImage> planted, IReadOnlyList<(Suite Suite, Worker Worker)> suites)
    {
        Judge = judge;
        Workspace = workspace;
        Code = code;
        Emitter = emitter;
        Place = place;
        this.planted = planted;
        Suites = [.. suites.Select(opened => opened.Suite)];
        warm = suites.ToDictionary(opened => opened.Suite, opened => opened.Worker);
    }

    /// <summary>The most memory that a worker may use, in bytes.</summary>
    public const long MemoryLimit = 2L << 30;

    /// <summary>The longest that one request to a worker may take.</summary>
    public static TimeSpan RequestLimit { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The real build and tests.</summary>
    public Judge Judge { get; }

    /// <summary>The code as it is.</summary>
    public TargetCode Workspace { get; }

    /// <summary>The code with the checks.</summary>
    public CheckedCode Code { get; }

    /// <summary>Compiles changed projects.</summary>
    public Emitter Emitter { get; }

    /// <summary>Where workers find the built workspace.</summary>
    public HostPlace Place { get; }

    /// <summary>The tests, checks among them.</summary>
    public IReadOnlyList<Suite> Suites { get; }

    private static DotNet DotNet { get; } = new(Settings);

    /// <summary>Builds a workspace, plants the checks and runs everything.</summary>
    /// <exception cref="UserError">It does not build, or has no tests.</exception>
    public static async Task<Bench> OpenAsync(SourceTree workspace, StatedSpec stated, IReadOnlyList<Check> checks, IReadOnlyList<ShownTest> shown, string folder, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var judge = await Judge.OpenAsync(workspace, Settings, Path.Combine(folder, "b"), 0, 1, progress, cancellationToken);
        var suites = new List<(Suite Suite, Worker Worker)>();
        try
        {
            progress.Report("reading the code");
            var code = await new CodeLoader(Settings, judge.BuiltFolder, workspace).LoadAsync(judge.Layout, cancellationToken);
            List<Check> all = [.. checks, .. Refusals.Of(stated, code.Products, cancellationToken).ExceptBy(checks.Select(check => check.Text), check => check.Text), .. Variations.Of(stated, checks)];
            var ready = CheckPlanter.Plant(code, all, shown, cancellationToken);
            progress.Report($"{ready.Checks.Count} of {all.Count} checks compile against the code, {all.Count - checks.Count} of them derived from clauses");
            var emitter = new Emitter(ready.Code);
            var place = new HostPlace(judge.BuiltFolder, Path.Combine(folder, "w"), emitter.Projects.Select(Emitter.AssemblyOf).Distinct(StringComparer.OrdinalIgnoreCase));
            var images = Images(emitter, ready, cancellationToken);
            place.Install(images);
            foreach (var test in judge.Layout.Tests)
            {
                var (opened, problem) = await Suite.OpenAsync(test, place, ConditionsOf(judge), MemoryLimit, RequestLimit, cancellationToken);
                if (opened is { } suite)
                    suites.Add(suite);
                else
                    progress.Report($"{test.Path} is left out: {problem}");
            }

            return new(judge, code, ready, emitter, place, images, suites);
        }
        catch
        {
            await CloseAsync(suites.Select(suite => suite.Worker));
            judge.Dispose();
            throw;
        }
    }

    /// <summary>Puts images in the place of the built ones; the checks stay where they are unless their project is among them.</summary>
    public void Install(IReadOnlyList<EmittedImage> images) => Place.Install([.. planted.Where(image => !images.Any(other => other.Assembly == image.Assembly)), .. images]);

    /// <summary>The image of a project that the build left beside a suite's tests.</summary>
    public string BuiltImage(Suite suite, ProjectCode project) =>
        Path.Combine(Path.GetDirectoryName(Path.Combine(Judge.BuiltFolder, suite.Hosted.Project.Assembly))!, Emitter.AssemblyOf(project) + ".dll");

    /// <summary>
    /// Gives a worker that has run all tests of a suite on the workspace as it is: what runs once in a process, such as static initialisers, has run without any patch.
    /// The first is the one that opened the suite. It belongs to the caller.
    /// </summary>
    /// <exception cref="WorkerException">It does not come up, or the tests do not come to their end.</exception>
    public async Task<Worker> WarmAsync(Suite suite, CancellationToken cancellationToken)
    {
        if (warm.Remove(suite, out var open))
            return open;
        var (worker, _) = await StartAsync(suite, cancellationToken);
        var answer = await worker.AskAsync(new HostRequest.Run([], null, false, suite.Hosted.ColdLimits(null)), RequestLimit, cancellationToken);
        if (answer is WorkerAnswer.Replied { Reply: HostReply.Ran })
            return worker;
        await worker.DisposeAsync();
        throw new WorkerException(RunEnds.Of(answer).Reason);
    }

    /// <summary>Starts a worker on what is installed now.</summary>
    /// <exception cref="WorkerException">It does not come up.</exception>
    public async Task<(Worker Worker, HostReply.Found Found)> StartAsync(Suite suite, CancellationToken cancellationToken)
    {
        var worker = await Worker.StartAsync(DotNet, suite.Hosted.SetupIn(Place, ConditionsOf(Judge), MemoryLimit), cancellationToken);
        if (await worker.AskAsync(new HostRequest.Discover([]), RequestLimit, cancellationToken) is WorkerAnswer.Replied { Reply: HostReply.Found found })
            return (worker, found);
        await worker.DisposeAsync();
        throw new WorkerException("it finds no tests");
    }

    /// <summary>Where an assistant is shut in, so is all that it starts: workers need no box of their own.</summary>
    private static HostConditions ConditionsOf(Judge judge) => new(DotNet, judge.Layout.RollForward, null);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(warm.Values);
        Judge.Dispose();
    }

    private static async Task CloseAsync(IEnumerable<Worker> workers)
    {
        foreach (var worker in workers)
            await worker.DisposeAsync();
    }

    private static List<EmittedImage> Images(Emitter emitter, CheckedCode code, CancellationToken cancellationToken)
    {
        var images = new List<EmittedImage>();
        foreach (var project in emitter.Projects.Where(project => code.Changed.Any(changed => changed.Project == project.Project)))
        {
            var (image, error) = Emitter.EmitOne(project, cancellationToken);
            images.Add(image ?? throw new UserError($"The tests of the workspace do not compile with the checks in them: {error}", "Build the workspace by hand and see what it says.", ExitCode.TargetUnusable));
        }

        return images;
    }
}
