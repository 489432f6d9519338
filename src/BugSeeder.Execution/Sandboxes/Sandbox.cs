using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// What this machine can shut processes in with, found by trying it: a program that is installed may still be forbidden to work.
/// </summary>
public sealed class Sandbox
{
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
        if (ProgramPath.Find("bwrap") is not { } program)
            return None("Install bubblewrap (on Debian and Ubuntu: apt install bubblewrap).");
        var bubblewrap = new Bubblewrap(program, stage);
        var smoke = await SmokeAsync(bubblewrap, cancellationToken);
        if (smoke.OutputText != "inside\n")
            return None($"bubblewrap is installed and does not work here: {Reason(smoke)}. User namespaces must be allowed (sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0, or a container that is not confined by seccomp).");
        var version = (await ProcessRunner.RunAsync(new(program, ["--version"], "/") { TimeLimit = SmokeLimit }, cancellationToken)).OutputText.Trim();
        return new(SandboxLevel.Bubblewrap, bubblewrap, $"{version}: own processes, files, user and network; limited in processes, memory, disk, time and output; ended as a whole", "");
    }

    /// <summary>A box with these mounts; <see langword="null"/> where there is no wall.</summary>
    public Box? Box(params IReadOnlyList<BoxMount> mounts) => wall is null ? null : new(wall, mounts);

    /// <summary>No sandbox.</summary>
    /// <param name="remedy">What would have to be done to get one.</param>
    public static Sandbox None(string remedy) => new(
        SandboxLevel.Process, null, "none: ordinary processes of this user; time, output and left-over processes are limited, and nothing on this machine is hidden from them", remedy);

    private static Task<ProcessResult> SmokeAsync(IWall wall, CancellationToken cancellationToken) => ProcessRunner.RunAsync(
        new("/bin/sh", ["-c", "echo inside"], "/") { TimeLimit = SmokeLimit, Box = new(wall, []) }, cancellationToken);

    private static string Reason(ProcessResult smoke) => ProcessOutcome.LastLine(smoke.Error) is { Length: > 0 } line ? line : $"it ended with exit code {smoke.ExitCode}";
}
