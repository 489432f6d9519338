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
    private readonly Stage stage;

    /// <summary>Makes the root folder: empty folders, and links where this machine has them.</summary>
    public PodmanContainer(Stage stage)
    {
        this.stage = stage;
        Mark = RandomNumberGenerator.GetHexString(16, lowercase: true);
        folder = Directory.CreateDirectory(stage.Sub(Path.Combine("f", Mark))).FullName;
        Root = Directory.CreateDirectory(Path.Combine(folder, "r")).FullName;
        PidFile = Path.Combine(folder, "p");
        NameFile = Path.Combine(folder, "c");
        foreach (var name in new[] { "dev", "etc", "proc", "run", "sys", "tmp", BoxedEnvironment.Home[1..], "var/tmp" })
            Directory.CreateDirectory(Path.Combine(Root, name));
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

        // The container's own root makes the places of all other mounts.
        if (SpareUser.IsNeeded)
            SpareUser.Give(Root, SpareUser.Root);
    }

    /// <summary>The folder that is the container's root.</summary>
    public string Root { get; }

    /// <summary>Where podman says which process it is.</summary>
    public string PidFile { get; }

    /// <summary>Where podman says what it calls the container.</summary>
    public string NameFile { get; }

    /// <summary>A word that only the first process of this container was started with.</summary>
    public string Mark { get; }

    /// <summary>The first process of the container, by its number on this machine; <see langword="null"/> where it does not run. A number may be given to another process later, so its mark is looked at.</summary>
    public int? Top
    {
        get
        {
            try
            {
                var process = int.Parse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture);
                return File.ReadAllText($"/proc/{process}/cmdline", Encoding.UTF8).Contains(Mark, StringComparison.Ordinal) ? process : null;
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException)
            {
                return null;
            }
        }
    }

    /// <summary>Where podman keeps what it knows of all containers.</summary>
    public static string Store(Stage stage) => stage.Sub("containers");

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

        WaitUntilForgotten();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // It goes with the stage.
        }
    }

    /// <summary>Podman takes its mounts back a moment after the container has ended, and until then nobody could delete the stage.</summary>
    private void WaitUntilForgotten()
    {
        if (!File.Exists(NameFile))
            return;
        var remembered = Path.Combine(Store(stage), "vfs-containers", File.ReadAllText(NameFile).Trim());
        for (var clock = Stopwatch.StartNew(); Directory.Exists(remembered) && clock.Elapsed < Patience;)
            Thread.Sleep(Pause);
    }
}
