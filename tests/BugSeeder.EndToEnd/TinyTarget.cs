using BugSeeder.Assisting;
using BugSeeder.EndToEnd;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Runs;
using BugSeeder.Pipeline;
using BugSeeder.Storage;

[assembly: AssemblyFixture(typeof(TinyTarget))]
// All share one target, and each keeps both cores busy by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace BugSeeder.EndToEnd;

/// <summary>A copy of the tiny target under git, in a folder whose name breaks careless quoting, with a bank of two bugs.</summary>
public sealed class TinyTarget : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("a b Ünïcode ");

    /// <summary>The bank.</summary>
    public StoredBank Bank { get; private set; } = null!;

    /// <summary>The target's folder.</summary>
    public string Path => System.IO.Path.Combine(folder.FullName, "Tiny target");

    /// <summary>What is kept in the target.</summary>
    public TargetStore Store => new(Path);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "tiny"), Path);
        foreach (var arguments in new string[][] { ["init", "-q"], ["add", "-A"], ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "Start"] })
            (await ProcessRunner.RunAsync(new("git", arguments, Path) { TimeLimit = TimeSpan.FromMinutes(1) }, CancellationToken.None)).Succeeded.ShouldBeTrue();
        Bank = await SeedAsync(fresh: false, CancellationToken.None);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes the bank.</summary>
    public Task<StoredBank> SeedAsync(bool fresh, CancellationToken cancellationToken) => SeedPipeline.RunAsync(
        new(Path, new TargetSettings(), "bank", 2, 3, Mix.OneHunk, [SeedSource.BugSeeder], 100, KeepComments: true, 4, 2, Force: false, fresh), new Silent(), cancellationToken);

    /// <summary>A file outside of every workspace.</summary>
    public string Outside(string name) => System.IO.Path.Combine(folder.FullName, name);

    /// <summary>No wall, for tests whose assistants write down outside of it what they saw.</summary>
    public static ConfinementSettings Open { get; } = new() { Boxed = false, AllowUnsandboxed = true };

    /// <summary>A run of these assistants.</summary>
    public RunRequest Request(IReadOnlyList<IAssistant> assistants, int bugs, int controls, int repetitions = 1, bool withSpec = false) => new(
        Path, new TargetSettings(), "bank", assistants, withSpec ? ["docs/spec.md"] : [], [], [], bugs, controls, repetitions, 1,
        new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 1 << 20, null, null), 2)
    {
        // Where there is a sandbox it is used.
        Confinement = new() { AllowUnsandboxed = true },
    };

    /// <summary>Runs to the end.</summary>
    public static Task<RunReport> RunAsync(RunRequest request, CancellationToken cancellationToken) => RunPipeline.RunAsync(request, null, TimeProvider.System, new Silent(), cancellationToken);

    /// <summary>A reference assistant.</summary>
    public static IAssistant Reference(string name) => Assistants.Create(name, new());

    /// <summary>An assistant that is a shell script.</summary>
    public static IAssistant Script(string name, string script, params (string Name, string Value)[] environment) =>
        new AssistantCatalogue().Create(new(name, "command")
        {
            Command = ["sh", "-c", script],
            StandardInput = true,
            Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal),
        });

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

/// <summary>Tells nobody.</summary>
internal sealed class Silent : IProgressSink
{
    public void Note(string text)
    {
    }

    public void Warn(string text)
    {
    }

    public void Advance(string job, int done, int total)
    {
    }
}
