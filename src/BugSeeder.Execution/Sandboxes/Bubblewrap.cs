using System.Globalization;
using System.Text;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// Shuts processes in with bubblewrap: own process, mount, network, IPC, host name and user namespaces, no capability, nothing of this machine's
/// files but what is mounted, and the death of everything inside when bubblewrap, or we, die.
/// </summary>
/// <param name="program">The full path of <c>bwrap</c>.</param>
/// <param name="stage">What boxes are made of.</param>
internal sealed class Bubblewrap(string program, Stage stage) : IWall
{
    /// <summary>The descriptor that the arguments are read from. On the command line they would be seen inside, as that of process 1.</summary>
    private const int ArgumentsDescriptor = 3;

    public BoxedStart Enter(ProcessRequest request, Box box)
    {
        // Nothing that we were started with, such as a lock or a pipe of a script, may be seen inside.
        Descriptors.KeepToUs();
        var writable = box.Mounts.Where(mount => mount.IsWritable).Select(mount => mount.Outside).ToList();
        if (SpareUser.IsNeeded)
            writable.ForEach(path => SpareUser.Give(path));
        var command = BoxedCommand.Of(request, box, stage);
#pragma warning disable CA2000 // The start owns it from here on, and disposes of it.
        var arguments = new MemoryFile(Encoding.UTF8.GetBytes(string.Concat(Arguments(command, box).Select(word => word + '\0'))));
#pragma warning restore CA2000
        // The shell opens the arguments' file while it is still us; bubblewrap itself starts without a variable, since those of process 1 are seen inside.
        var user = SpareUser.IsNeeded ? $"/usr/bin/setpriv --reuid {SpareUser.Id} --regid {SpareUser.Id} --clear-groups --no-new-privs " : "";
        var script = $"""wall=$0 arguments=$1; shift; exec /usr/bin/env -i {user}"$wall" --args {ArgumentsDescriptor} -- "$@" {ArgumentsDescriptor}<"$arguments" """;
        return new(
            request with
            {
                Program = "/bin/sh",
                Arguments = ["-c", script, program, arguments.Path, .. command.Words],
                WorkingDirectory = "/",
                Environment = new Dictionary<string, string?>(),
                InheritOnly = new HashSet<string>(),
                Box = null,
            },
            writable,
            box.Limits,
            arguments);
    }

    private IEnumerable<string> Arguments(BoxedCommand command, Box box)
    {
        var size = box.Limits.Temporary.ToString(CultureInfo.InvariantCulture);
        return
        [
            "--unshare-all", "--unshare-user", "--uid", "1000", "--gid", "1000", "--cap-drop", "ALL", "--disable-userns",
            "--die-with-parent", "--new-session", "--hostname", "sandbox",
            .. box.Network is OpenNetwork ? ["--share-net"] : Array.Empty<string>(),
            .. SystemFolders.Programs.SelectMany(Show),
            "--perms", "0755", "--dir", "/etc", .. SystemFolders.Settings.Concat(box.Network is OpenNetwork ? ["/etc/resolv.conf"] : []).Where(Path.Exists).SelectMany(path => (string[])["--ro-bind", path, path]),
            .. Directory.EnumerateFiles(stage.Settings).SelectMany(file => (string[])["--ro-bind", file, "/etc/" + Path.GetFileName(file)]),
            "--proc", "/proc", "--dev", "/dev",
            // A tmpfs without a size takes half of the machine's memory.
            "--size", size, "--tmpfs", "/dev/shm", "--remount-ro", "/dev", "--perms", "1777", "--size", size, "--tmpfs", "/tmp", "--size", size, "--tmpfs", BoxedEnvironment.Home,
            "--dir", "/run", "--dir", "/var/tmp",
            .. box.Hidden.Where(SystemFolders.Show).Where(Directory.Exists).SelectMany(path => (string[])["--size", "4096", "--tmpfs", path, "--remount-ro", path]),
            .. command.Mounts.SelectMany(mount => (string[])[mount.IsWritable ? "--bind" : "--ro-bind", mount.Outside, mount.Inside]),
            "--chdir", command.Folder, "--remount-ro", "/",
            "--clearenv", .. command.Environment.SelectMany(variable => (string[])["--setenv", variable.Key, variable.Value]),
        ];
    }

    /// <summary>A folder of programs as it is here: a link on most systems, a folder on others, or not there.</summary>
    private static IEnumerable<string> Show(string folder) => new DirectoryInfo(folder) switch
    {
        { Exists: false } => [],
        { LinkTarget: { } target } => ["--symlink", target, folder],
        _ => ["--ro-bind", folder, folder],
    };
}
