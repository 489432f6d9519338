using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// What this machine can shut processes in with, found by trying it: a program that is installed may still be forbidden to work.
/// </summary>
public sealed class Sandbox
{
    private const string Inside = "inside\n";
    private const string Walls = "own processes, files, user and network; limited in processes, memory, disk, time and output; ended as a whole";
    private static readonly TimeSpan SmokeLimit = TimeSpan.FromSeconds(30);
    private readonly IWall? wall;

    private Sandbox(SandboxLevel level, IWall? wall, string text, string remedy)
    {
        Level = level;
        this.wall = wall;
        Text = text;
        Remedy = remedy;
    }

    /// <summary>How strong it is.</summary>
    public SandboxLevel Level { get; }

    /// <summary>What it is and what it does, in one sentence.</summary>
    public string Text { get; }

    /// <summary>How to get a stronger one; empty for the strongest.</summary>
    public string Remedy { get; }

    /// <summary>Whether nothing but the mounts can be seen inside.</summary>
    public bool Hides => wall is not null;

    /// <summary>Finds the strongest wall that works here.</summary>
    /// <param name="folder">A folder of our own that outlives every box. The box's user must get to it.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<Sandbox> FindAsync(string folder, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            return None("Only Linux has the namespaces that it takes; use a virtual machine or a container with Linux.");
        var stage = new Stage(folder);
        var (bubblewrap, why) = await BubblewrapAsync(stage, cancellationToken);
        if (bubblewrap is not null)
            return bubblewrap;
        var (podman, whyNeither) = await PodmanAsync(stage, why, cancellationToken);
        return podman ?? None($"{why}{whyNeither}");
    }

    /// <summary>The same, of one level only, for who wants to try them all.</summary>
    internal static async Task<Sandbox> FindAsync(string folder, SandboxLevel level, CancellationToken cancellationToken)
    {
        var stage = new Stage(folder);
        var (found, why) = level switch
        {
            SandboxLevel.Bubblewrap => await BubblewrapAsync(stage, cancellationToken),
            SandboxLevel.Container => await PodmanAsync(stage, "", cancellationToken),
            SandboxLevel.Process => (null, "An ordinary process needs no wall."),
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };
        return found ?? None(why);
    }

    private static async Task<(Sandbox? Found, string Why)> BubblewrapAsync(Stage stage, CancellationToken cancellationToken)
    {
        if (ProgramPath.Find("bwrap") is not { } program)
            return (null, "Install bubblewrap (on Debian and Ubuntu: apt install bubblewrap).");
        var bubblewrap = new Bubblewrap(program, stage);
        var smoke = await SmokeAsync(bubblewrap, cancellationToken);
        return smoke.OutputText == Inside
            ? (new(SandboxLevel.Bubblewrap, bubblewrap, $"{await VersionAsync(program, cancellationToken)}: {Walls}", ""), "")
            : (null, $"bubblewrap is installed and does not work here: {Reason(smoke)}. User namespaces must be allowed (sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0, or a container that is not confined by seccomp).");
    }

    /// <summary>Podman's own choice of a runtime first; where that cannot work, such as crun in front of mixed control groups, the others.</summary>
    private static async Task<(Sandbox? Found, string Why)> PodmanAsync(Stage stage, string better, CancellationToken cancellationToken)
    {
        if (ProgramPath.Find("podman") is not { } program)
            return (null, "");
        var reasons = new List<string>();
        foreach (var runtime in new[] { null, "crun", "runc" }.Where(name => name is null || ProgramPath.Find(name) is not null))
        {
            var podman = new Podman(program, runtime, stage);
            var smoke = await SmokeAsync(podman, cancellationToken);
            if (smoke.OutputText == Inside)
                return (new(SandboxLevel.Container, podman, $"a container of {await VersionAsync(program, cancellationToken)}{(runtime is null ? "" : $" with {runtime}")}: {Walls}", better), "");
            reasons.Add($"{runtime ?? "by itself"}: {Reason(smoke)}");
        }

        return (null, $" podman is installed and does not work here either ({string.Join("; ", reasons.Distinct())}).");
    }

    /// <summary>A box with these mounts; <see langword="null"/> where there is no wall.</summary>
    public Box? Box(params IReadOnlyList<BoxMount> mounts) => wall is null ? null : new(wall, mounts);

    /// <summary>No sandbox.</summary>
    /// <param name="remedy">What would have to be done to get one.</param>
    public static Sandbox None(string remedy) => new(
        SandboxLevel.Process, null, "none: ordinary processes of this user; time, output and left-over processes are limited, and nothing on this machine is hidden from them", remedy);

    private static Task<ProcessResult> SmokeAsync(IWall wall, CancellationToken cancellationToken) => ProcessRunner.RunAsync(
        new("/bin/sh", ["-c", "echo inside"], "/") { TimeLimit = SmokeLimit, Box = new(wall, []) }, cancellationToken);

    private static async Task<string> VersionAsync(string program, CancellationToken cancellationToken) =>
        (await ProcessRunner.RunAsync(new(program, ["--version"], "/") { TimeLimit = SmokeLimit }, cancellationToken)).OutputText.Trim();

    private static string Reason(ProcessResult smoke) => ProcessOutcome.LastLine(smoke.Error) is { Length: > 0 } line ? line : $"it ended with exit code {smoke.ExitCode}";
}
