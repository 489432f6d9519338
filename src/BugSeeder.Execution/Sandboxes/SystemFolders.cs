namespace BugSeeder.Execution.Sandboxes;

/// <summary>The parts of this machine's own file tree that programs need to run, and that every box shows.</summary>
internal static class SystemFolders
{
    /// <summary>Folders with programs and libraries; on most systems all but the first are links into it.</summary>
    public static IReadOnlyList<string> Programs { get; } = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store"];

    /// <summary>The parts of <c>/etc</c> that say where libraries, certificates, time zones and the SDK are, and nothing about who uses the machine.</summary>
    public static IReadOnlyList<string> Settings { get; } =
    [
        "/etc/alternatives", "/etc/ca-certificates", "/etc/crypto-policies", "/etc/dotnet", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d",
        "/etc/localtime", "/etc/mime.types", "/etc/pki", "/etc/protocols", "/etc/services", "/etc/ssl",
    ];

    /// <summary>Whether a box shows this path without being told to.</summary>
    public static bool Show(string path) => Programs.Concat(Settings).Any(folder => BoxPaths.Holds(folder, path));

    /// <summary>Where a link or a path through links leads in the end; the path itself when it is no link.</summary>
    public static string RealPath(string path)
    {
        var real = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            var target = Directory.Exists(next) ? new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true) : new FileInfo(next).ResolveLinkTarget(returnFinalTarget: true);
            real = target?.FullName ?? next;
        }

        return real;
    }
}
