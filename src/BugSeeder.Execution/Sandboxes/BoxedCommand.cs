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
        var tool = ProgramPath.Find(request.Program) is { } program ? BoxedTool.Of(program, box.Mounts, stage) : new(request.Program, []);
        var relay = (box.Network as BoxNetwork.Through)?.Proxy.Relay(stage);
        List<BoxMount> mounts = [.. Toolchain.Mounts(stage), .. tool.Mounts, .. relay?.Mounts ?? [], .. box.Mounts];
        var environment = BoxedEnvironment.Of(request, box, tool.Mounts.Select(mount => mount.Inside).Append(tool.Program).Where(path => path.StartsWith("/opt/", StringComparison.Ordinal)).Select(path => Path.GetDirectoryName(path)!).Concat(Toolchain.Folder is { } sdk ? [sdk] : []));
        foreach (var (name, value) in relay?.Environment ?? new Dictionary<string, string>())
            environment[name] = value;
        string[] words = [.. Limits(request, box.Limits), .. relay?.Words ?? [], tool.Program, .. request.Arguments.Select(box.Inside)];
        var folder = box.Inside(request.WorkingDirectory);
        return new(words, mounts.Any(mount => BoxPaths.Holds(mount.Inside, folder)) ? folder : "/", environment, [.. mounts.DistinctBy(mount => mount.Inside).OrderBy(mount => mount.Inside.Length)]);
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
