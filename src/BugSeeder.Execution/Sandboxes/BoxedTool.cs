using BugSeeder.Execution.Assistants;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>A program of this machine as it is seen in a box.</summary>
/// <param name="Program">Its path inside.</param>
/// <param name="Mounts">What has to be mounted for it.</param>
internal sealed record BoxedTool(string Program, IReadOnlyList<BoxMount> Mounts)
{
    /// <summary>Where programs are seen that do not belong to the system.</summary>
    private const string Place = "/opt/tools";

    /// <summary>
    /// Finds out what a program needs. One that npm installed comes with all that was installed beside it, and with the interpreter that its first
    /// line asks for; any other comes alone.
    /// </summary>
    /// <param name="path">The program's full path on this machine.</param>
    /// <param name="mounts">What is mounted anyhow.</param>
    /// <param name="stage">Where what cannot be reached is copied to.</param>
    public static BoxedTool Of(string path, IReadOnlyList<BoxMount> mounts, Stage stage)
    {
        if (mounts.Any(mount => BoxPaths.Holds(mount.Outside, path)))
            return new(BoxPaths.Translate(path, mounts), []);
        var real = SystemFolders.RealPath(path);
        var interpreter = Interpreter(real, mounts, stage);
        if (SystemFolders.Show(real))
            return new(SystemFolders.Show(path) ? path : real, interpreter);
        var root = PackageRoot(real) ?? real;
        var number = mounts.Count + interpreter.Count;
        var inside = root == real ? $"{Place}/bin/{Path.GetFileName(real)}" : $"{Place}/{number}{real[root.Length..]}";
        return new(inside, [new(stage.Reachable(root), root == real ? inside : $"{Place}/{number}"), .. interpreter]);
    }

    /// <summary>The folder that <c>node_modules</c> lies in; everything that npm installed together needs each other.</summary>
    private static string? PackageRoot(string path)
    {
        var at = path.IndexOf("/node_modules/", StringComparison.Ordinal);
        return at > 0 ? path[..(at + "/node_modules".Length)] : null;
    }

    /// <summary>Scripts that begin with <c>#!/usr/bin/env NAME</c> need a program that is perhaps no part of the system.</summary>
    private static IReadOnlyList<BoxMount> Interpreter(string script, IReadOnlyList<BoxMount> mounts, Stage stage)
    {
        const string marker = "#!/usr/bin/env ";
        Span<byte> start = stackalloc byte[128];
        using var file = File.OpenRead(script);
        var line = System.Text.Encoding.ASCII.GetString(start[..file.Read(start)]).Split('\n')[0];
        if (!line.StartsWith(marker, StringComparison.Ordinal))
            return [];
        var name = line[marker.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => !word.StartsWith('-')) ?? "";
        var found = ProgramPath.Find(name);
        if (found is null || SystemFolders.Show(SystemFolders.RealPath(found)) || mounts.Any(mount => BoxPaths.Holds(mount.Outside, found)))
            return [];
        return [new(stage.Reachable(SystemFolders.RealPath(found)), $"{Place}/bin/{name}")];
    }
}
