using System.Globalization;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// Shuts processes in with a container of podman, for machines where bubblewrap is missing or forbidden. It needs no image: the container's root is a
/// folder of empty mount points, and programs come from this machine's own folders, as they do with bubblewrap.
/// </summary>
/// <param name="program">The full path of <c>podman</c>.</param>
/// <param name="runtime">The runtime that it is to use; <see langword="null"/> for its own choice.</param>
/// <param name="stage">What boxes are made of.</param>
internal sealed class Podman(string program, string? runtime, Stage stage) : IWall
{
    /// <summary>How long a container may outlive its time, should nobody be left to end it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>What podman itself needs of our variables. Its container gets none of them.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal) { "PATH", "HOME", "USER", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "DBUS_SESSION_BUS_ADDRESS" };

    /// <summary>What we ourselves may have. Podman would ask for more, and be refused; the box's own limits are set inside, where its user has no other processes.</summary>
    private static readonly string[] Limits = ["--ulimit", $"nofile={Ours("Max open files")}", "--ulimit", $"nproc={Ours("Max processes")}"];

    public BoxedStart Enter(ProcessRequest request, Box box)
    {
        Descriptors.KeepToUs();
        var writable = box.Mounts.Where(mount => mount.IsWritable).Select(mount => mount.Outside).ToList();
        if (SpareUser.IsNeeded)
            writable.ForEach(path => SpareUser.Give(path));
        var command = BoxedCommand.Of(request, box, stage);
#pragma warning disable CA2000 // The start owns it from here on, and disposes of it.
        var container = new PodmanContainer(stage, command.Mounts);
#pragma warning restore CA2000
        return new(
            request with
            {
                // It dies with the thread that started it; the container then notices that its standard input is closed.
                Program = "/usr/bin/setpriv",
                Arguments = ["--pdeathsig", "KILL", program, .. Store(), "run", .. Options(request, command, box, container), "--rootfs", container.Root, .. ContainerEntry.Words(container.Mark)],
                WorkingDirectory = "/",
                Environment = new Dictionary<string, string?>(),
                InheritOnly = Inherited,
                Input = ContainerEntry.Input(command, request.Input),
                HoldsInput = true,
                Box = null,
            },
            writable,
            box.Limits,
            container)
        {
            Top = _ => container.Top,
        };
    }

    /// <summary>What podman remembers of our containers is kept apart from the user's own, and goes with the stage.</summary>
    private IEnumerable<string> Store() =>
    [
        "--root", stage.Sub("containers"), "--runroot", stage.Sub("running"), "--storage-driver", "vfs", "--events-backend", "none",
        .. runtime is null ? Array.Empty<string>() : ["--runtime", runtime],
    ];

    private IEnumerable<string> Options(ProcessRequest request, BoxedCommand command, Box box, PodmanContainer container)
    {
        var size = box.Limits.Temporary.ToString(CultureInfo.InvariantCulture);
        var isOpen = box.Network is OpenNetwork;
        return
        [
            "--rm", "--interactive", "--pull", "never", "--log-driver", "none", "--pidfile", container.PidFile, "--conmon-pidfile", container.KeeperFile,
            "--timeout", Math.Ceiling((request.TimeLimit + Grace).TotalSeconds).ToString(CultureInfo.InvariantCulture),
            .. Users(), "--cap-drop", "all", "--security-opt", "no-new-privileges", "--security-opt", "label=disable", "--security-opt", "mask=/sys",
            "--read-only", "--read-only-tmpfs=false", .. Limits, "--systemd", "false",
            "--network", isOpen ? "host" : "none", "--hostname", "sandbox", "--no-hosts", "--passwd=false", "--http-proxy=false",
            "--shm-size", size, "--tmpfs", $"/tmp:size={size},mode=1777,notmpcopyup",
            .. command.Mounts.Any(mount => mount.Inside == BoxedEnvironment.Home) ? Array.Empty<string>() : ["--tmpfs", $"{BoxedEnvironment.Home}:size={size},mode=1777,notmpcopyup"],
            .. box.Hidden.Where(SystemFolders.Show).Where(Directory.Exists).SelectMany(path => (string[])["--tmpfs", $"{path}:ro,size=4096,notmpcopyup"]),
            .. SystemMounts(isOpen).Concat(command.Mounts).SelectMany(mount => (string[])["--mount", Mount(mount)]),
            "--workdir", command.Folder,
        ];
    }

    private IEnumerable<BoxMount> SystemMounts(bool isOpen) =>
    [
        .. SystemFolders.Programs.Where(folder => new DirectoryInfo(folder) is { Exists: true, LinkTarget: null }).Select(folder => BoxMount.Same(folder)),
        .. SystemFolders.Settings.Concat(isOpen ? ["/etc/resolv.conf"] : []).Where(Path.Exists).Select(path => BoxMount.Same(path)),
        .. Directory.EnumerateFiles(stage.Settings).Select(file => new BoxMount(file, "/etc/" + Path.GetFileName(file))),
    ];

    /// <summary>Root in the container would be root of this machine where the kernel asks, so it is somebody else; the box's user is the same as with bubblewrap.</summary>
    private static IEnumerable<string> Users() => SpareUser.IsNeeded
        ?
        [
            "--uidmap", $"0:{SpareUser.Root}:1", "--uidmap", $"1000:{SpareUser.Id}:1", "--gidmap", $"0:{SpareUser.Root}:1", "--gidmap", $"1000:{SpareUser.Id}:1",
            "--user", "1000:1000",
        ]
        : ["--userns", "keep-id:uid=1000,gid=1000", "--user", "1000:1000"];

    /// <summary>A hard limit of this process, for soft and hard alike.</summary>
    private static string Ours(string name)
    {
        // "Max open files            1024                 524288               files"
        var hard = File.ReadLines("/proc/self/limits").First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return hard == "unlimited" ? "-1:-1" : $"{hard}:{hard}";
    }

    /// <summary>A mount as podman reads it: fields with commas between them, in quotes where they hold one.</summary>
    private static string Mount(BoxMount mount) =>
        string.Join(',', new[] { "type=bind", $"source={mount.Outside}", $"destination={mount.Inside}", mount.IsWritable ? "ro=false" : "ro=true" }.Select(Field));

    private static string Field(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
