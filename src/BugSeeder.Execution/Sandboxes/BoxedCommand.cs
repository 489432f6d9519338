using System.Globalization;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>A request as it looks from inside a box, whichever wall is around it.</summary>
/// <param name="Words">Program and arguments.</param>
/// <param name="Folder">The working directory.</param>
/// <param name="Environment">All variables.</param>
/// <param name="Mounts">All mounts, in an order in which none covers an earlier one.</param>
internal sealed record BoxedCommand(IReadOnlyList<string> Words, string Folder, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<BoxMount> Mounts)
{
    /// <summary>Sees a request with the eyes of the box.</summary>
    public static BoxedCommand Of(ProcessRequest request, Box box, Stage stage)
    {
        var relay = (box.Network as ProxiedNetwork)?.Proxy.Relay(stage);
        List<BoxMount> mounts = [.. Toolchain.Mounts, .. relay?.Mounts ?? [], .. box.Mounts];
        var environment = BoxedEnvironment.Of(request, box, [.. mounts.Where(ToolMounts.IsFolder).Select(mount => mount.Inside), .. Toolchain.Folder is { } sdk ? [sdk] : Array.Empty<string>()]);
        foreach (var (name, value) in relay?.Environment ?? new Dictionary<string, string>())
            environment[name] = value;
        string[] words = [.. Limits(request, box.Limits), .. relay?.Words ?? [], ProgramOf(request.Program, mounts), .. request.Arguments.Select(box.Inside)];
        var folder = box.Inside(request.WorkingDirectory);
        return new(words, mounts.Any(mount => BoxPaths.Holds(mount.Inside, folder)) ? folder : "/", environment, [.. mounts.DistinctBy(mount => mount.Inside).OrderBy(mount => mount.Inside.Length).Select(mount => mount.IsWritable ? mount : mount with { Outside = stage.Reachable(mount.Outside) })]);
    }

    /// <summary>A program of the system keeps its name, since some look at how they were called; any other is found behind all links.</summary>
    private static string ProgramOf(string program, IReadOnlyList<BoxMount> mounts)
    {
        if (ProgramPath.Find(program) is not { } found)
            return program;
        var real = SystemFolders.RealPath(found);
        return SystemFolders.Show(found) && SystemFolders.Show(real) ? found : BoxPaths.Translate(mounts.Any(mount => BoxPaths.Holds(mount.Outside, found)) ? found : real, mounts);
    }

    /// <summary>What the kernel itself can limit, process by process. Processor time is what all cores together could give in the time it has.</summary>
    private static IEnumerable<string> Limits(ProcessRequest request, BoxLimits limits) =>
    [
        "/usr/bin/prlimit",
        string.Create(CultureInfo.InvariantCulture, $"--nproc={limits.Processes}"),
        string.Create(CultureInfo.InvariantCulture, $"--data={limits.ProcessMemory}"),
        string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Ceiling(request.TimeLimit.TotalSeconds * System.Environment.ProcessorCount)}"),
        "--core=0", "--",
    ];
}
