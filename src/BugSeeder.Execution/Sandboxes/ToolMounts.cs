using BugSeeder.Execution.Assistants;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>What a program that is no part of the system needs, read-only and at a place whose name tells nothing.</summary>
public static class ToolMounts
{
    private const string Place = "/opt/tools/";

    /// <summary>Makes the mounts of these files and folders.</summary>
    /// <param name="paths">Files and folders, such as those of an installation.</param>
    /// <param name="hidden">Folders that must not be seen. A folder that holds one, or the user's home, is passed over, so that only the named files in it are seen.</param>
    public static IReadOnlyList<BoxMount> Of(IEnumerable<string> paths, IReadOnlyList<string> hidden)
    {
        string[] secret = [.. hidden, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Path.GetTempPath().TrimEnd('/')];
        var real = paths.Where(Path.Exists).Select(SystemFolders.RealPath).Where(path => !SystemFolders.Show(path))
            .Where(path => !Directory.Exists(path) || !secret.Any(folder => BoxPaths.Holds(path, folder)))
            .Where(path => !Directory.Exists(path) || !hidden.Any(folder => BoxPaths.Holds(folder, path)))
            .Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. real.Where(path => !real.Any(other => other != path && Directory.Exists(other) && BoxPaths.Holds(other, path)))
                .Select((path, number) => new BoxMount(path, Inside(path, number))),
        ];
    }

    /// <summary>Node finds the packages that a package needs by the name of the folder that both lie in, and Python itself by its path.</summary>
    private static string Inside(string path, int number) => path switch
    {
        _ when !Directory.Exists(path) => $"{Place}{number}-{Path.GetFileName(path)}",
        _ when Installation.IsPython(path) => path,
        _ when Path.GetFileName(path) == "node_modules" => $"{Place}{number}/node_modules",
        _ => $"{Place}{number}",
    };

    /// <summary>Whether it is a folder of such a program, which may also hold the programs that it calls.</summary>
    internal static bool IsFolder(BoxMount mount) => mount.Inside.StartsWith(Place, StringComparison.Ordinal) && Directory.Exists(mount.Outside);
}
