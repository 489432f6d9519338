using System.Text.Json;
using BugSeeder.Execution.Sandboxes;

namespace BugSeeder.Execution.Builds;

/// <summary>
/// Shuts in the builds and tests of trees that somebody else has written to. Paths are the same inside as outside, since a restore writes them into its
/// output; there is no network; and one place cannot be written to from another.
/// </summary>
/// <param name="sandbox">What this machine has.</param>
/// <param name="folder">A folder of our own in which all places to build in lie.</param>
internal sealed class BuildBoxes(Sandbox sandbox, string folder)
{
    private const long Gibibyte = 1L << 30;
    private static readonly BoxLimits Limits = new() { Processes = 4096, ProcessMemory = 8 * Gibibyte, Disk = 16 * Gibibyte, Temporary = Gibibyte };
    private readonly Lock gate = new();
    private readonly string temporary = Path.Combine(folder, "b");
    private PackageFolder? packages;

    /// <summary>The packages of the target, once it was restored.</summary>
    public PackageFolder? Packages => packages;

    /// <summary>Why builds and tests are not shut in after all; <see langword="null"/> while they are.</summary>
    public string? Reason { get; private set; }

    /// <summary>To be told when the original was restored: what the restore named is all that builds will see of the machine's packages.</summary>
    public void Restored(string tree)
    {
        lock (gate)
        {
            if (packages is not null || Reason is not null)
                return;
            Directory.CreateDirectory(temporary);
            try
            {
                // Beside the folder and not in it: what is in it is given to the box's user, and packages are the machine's own files under a second name.
                packages = PackageFolder.Collect(tree, folder + "-p");
            }
            catch (Exception unknown) when (unknown is JsonException or IOException or KeyNotFoundException or InvalidOperationException)
            {
                Reason = $"the packages of its restore could not be collected: {unknown.Message}";
            }
        }
    }

    /// <summary>From here on everything runs as ordinary processes.</summary>
    public void GiveUp(string reason)
    {
        lock (gate)
            Reason ??= reason;
    }

    /// <summary>For a build: it writes to its tree and where it takes notes, and reaches the compiler server by the temporary folder that they share.</summary>
    public Box? ForBuild(string tree, string traversal, string? notes) =>
        Of([BoxMount.Same(tree, isWritable: true), BoxMount.Same(traversal), Temporary, .. notes is null ? Array.Empty<BoxMount>() : [BoxMount.Same(notes, isWritable: true)]]);

    /// <summary>For tests: they write to the tree they were built in, and their results beside it.</summary>
    public Box? ForTests(string tree, string scratch) => Of(BoxMount.Same(tree, isWritable: true), BoxMount.Same(scratch, isWritable: true));

    /// <summary>For the compiler server, which serves every place.</summary>
    public Box? ForCompiler() => Of(BoxMount.Same(folder, isWritable: true), Temporary) is { } box ? box with { Limits = Limits with { Disk = long.MaxValue } } : null;

    /// <summary>One temporary folder for all builds and the compiler server: that is where they meet, and the compiler looks nowhere else, whatever TMPDIR says.</summary>
    private BoxMount Temporary => new(temporary, "/tmp", IsWritable: true);

    private Box? Of(params BoxMount[] mounts) => packages is null || Reason is not null
        ? null
        : sandbox.Box([.. packages.Roots.Select(root => new BoxMount(packages.Path, root)), .. mounts]) is { } box ? box with { Limits = Limits } : null;
}
