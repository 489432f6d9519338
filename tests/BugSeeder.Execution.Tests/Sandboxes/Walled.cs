using System.Security.Cryptography;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Tests.Sandboxes;

/// <summary>A workspace and the sandbox of this machine; tests that need one are skipped, aloud, where there is none.</summary>
internal sealed class Walled : IDisposable
{
    private Walled(string folder, Sandbox sandbox)
    {
        Folder = folder;
        Sandbox = sandbox;
        Workspace = Directory.CreateDirectory(Path.Combine(folder, "w")).FullName;
    }

    public string Folder { get; }

    public Sandbox Sandbox { get; }

    public string Workspace { get; }

    public static async Task<Walled> OpenAsync(SandboxLevel level, CancellationToken cancellationToken)
    {
        // The box's user must get through, which it does not in a folder that is its maker's alone.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "w-" + RandomNumberGenerator.GetHexString(8, lowercase: true))).FullName;
        var sandbox = await Sandbox.FindAsync(Path.Combine(folder, "s"), level, cancellationToken);
        if (sandbox.Hides)
            return new(folder, sandbox);
        Directory.Delete(folder, recursive: true);
        Assert.Skip($"This machine has no sandbox of the level {level}. {sandbox.Remedy}");
        return null!;
    }

    /// <summary>A box with the workspace.</summary>
    public Box Box(params BoxMount[] mounts) => Sandbox.Box([new(Workspace, "/workspace", IsWritable: true), .. mounts])!;

    /// <summary>A shell script in the box.</summary>
    public ProcessRequest Script(string script, Box? box = null) =>
        new("sh", ["-c", script], Workspace) { Box = box ?? Box(), TimeLimit = TimeSpan.FromSeconds(60) };

    /// <summary>What a shell script prints in the box.</summary>
    public async Task<string> RunAsync(string script, CancellationToken cancellationToken, Box? box = null)
    {
        var result = await ProcessRunner.RunAsync(Script(script, box), cancellationToken);
        result.End.ShouldBe(ProcessEnd.Exited, result.ErrorText);
        return result.OutputText + result.ErrorText;
    }

    public void Dispose()
    {
        // Where we were killed, podman takes its mounts back by itself, a moment later.
        for (var tries = 0; tries < 100 && File.ReadAllText("/proc/self/mountinfo").Contains(Folder, StringComparison.Ordinal); tries++)
            Thread.Sleep(100);
        Directory.Delete(Folder, recursive: true);
    }
}
