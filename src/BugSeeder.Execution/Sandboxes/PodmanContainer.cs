using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>One container's root folder, and the process that is above all others in it.</summary>
internal sealed class PodmanContainer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly string folder;

    /// <summary>Makes the root folder: empty folders, and links where this machine has them.</summary>
    /// <param name="stage">What boxes are made of.</param>
    /// <param name="mounts">What will be mounted. A place that the container made itself would belong to a user of its own, and could not be deleted.</param>
    public PodmanContainer(Stage stage, IEnumerable<BoxMount> mounts)
    {
        Mark = RandomNumberGenerator.GetHexString(16, lowercase: true);
        folder = Directory.CreateDirectory(stage.Sub(Path.Combine("f", Mark))).FullName;
        Root = Directory.CreateDirectory(Path.Combine(folder, "r")).FullName;
        PidFile = Path.Combine(folder, "p");
        KeeperFile = Path.Combine(folder, "k");
        foreach (var name in new[] { "dev", "etc", "proc", "run", "sys", "tmp", BoxedEnvironment.Home[1..], "var/tmp" })
            Directory.CreateDirectory(Path.Combine(Root, name));
        foreach (var mount in mounts.Where(mount => !SystemFolders.Programs.Any(program => BoxPaths.Holds(program, mount.Inside))))
            Directory.CreateDirectory(Directory.Exists(mount.Outside) ? Root + mount.Inside : Path.GetDirectoryName(Root + mount.Inside)!);
        foreach (var program in SystemFolders.Programs)
        {
            if (new DirectoryInfo(program) is { Exists: true, LinkTarget: { } target })
                File.CreateSymbolicLink(Root + program, target);
        }

        // What is mounted there has the rights of the folder below, whatever podman is told.
        if (!OperatingSystem.IsWindows())
        {
            foreach (var name in new[] { "tmp", BoxedEnvironment.Home[1..] })
                File.SetUnixFileMode(Path.Combine(Root, name), (UnixFileMode)Convert.ToInt32("1777", 8));
        }

        // The container's own root makes the places of files.
        if (SpareUser.IsNeeded)
            SpareUser.Give(Root, SpareUser.Root);
    }

    /// <summary>The folder that is the container's root.</summary>
    public string Root { get; }

    /// <summary>Where podman says which process it is.</summary>
    public string PidFile { get; }

    /// <summary>Where podman says which process looks after the container and clears up after it.</summary>
    public string KeeperFile { get; }

    /// <summary>A word that only the first process of this container was started with.</summary>
    public string Mark { get; }

    /// <summary>The first process of the container, by its number on this machine; <see langword="null"/> where it does not run. A number may be given to another process later, so its mark is looked at.</summary>
    public int? Top => Number(PidFile) is { } process && CommandLine(process).Contains(Mark, StringComparison.Ordinal) ? process : null;

    /// <summary>Ends the container, and with its first process all others.</summary>
    public void Dispose()
    {
        try
        {
            if (Top is { } process)
                Process.GetProcessById(process).Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended meanwhile.
        }

        WaitUntilCleared();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // It goes with the stage.
        }
    }

    /// <summary>Mounts are taken back a moment after the container has ended, and until then nobody could delete the stage.</summary>
    private void WaitUntilCleared()
    {
        if (Number(KeeperFile) is not { } keeper)
            return;
        for (var clock = Stopwatch.StartNew(); CommandLine(keeper).Length > 0 && clock.Elapsed < Patience;)
            Thread.Sleep(Pause);
    }

    private static int? Number(string file) => int.TryParse(Text(file), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Empty where there is no such process any more.</summary>
    private static string CommandLine(int process) => Text($"/proc/{process}/cmdline");

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file, Encoding.UTF8);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
