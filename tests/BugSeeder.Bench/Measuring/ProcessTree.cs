using System.Globalization;
using System.Runtime.InteropServices;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Bench.Measuring;

/// <summary>
/// Runs a program and tells what it and everything it started used. Linux adds the processor time of a process to its parent when the parent waits for
/// it; descendants whose parent is gone come to us, since we ask for them (a "child subreaper"), and are waited for here. Nothing is sampled, so
/// nothing short-lived is missed.
/// </summary>
internal static partial class ProcessTree
{
    private const int SetChildSubreaper = 36;
    private const int NoHang = 1;
    private const double TicksPerSecond = 100;
    private static readonly SemaphoreSlim Alone = new(1);

    /// <summary>Runs one program; two at a time could not be told apart, so the second waits.</summary>
    /// <returns>How it ended, and what it used; its CPU time is <see langword="null"/> on systems that are not Linux.</returns>
    public static async Task<(ProcessResult Result, Usage Usage)> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        await Alone.WaitAsync(cancellationToken);
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                var plain = await ProcessRunner.RunAsync(request, cancellationToken);
                return (plain, new(plain.Wall.TotalSeconds, null));
            }

            _ = Control(SetChildSubreaper, 1, 0, 0, 0);
            TakeIn();
            var before = OfChildren();
            var result = await ProcessRunner.RunAsync(request, cancellationToken);
            TakeIn();
            return (result, new(result.Wall.TotalSeconds, OfChildren() - before));
        }
        finally
        {
            Alone.Release();
        }
    }

    /// <summary>Waits for orphans that have ended. The program's own process was waited for already, and we have no other children then.</summary>
    private static void TakeIn()
    {
        // What was ended a moment ago may take another to be gone.
        for (var round = 0; round < 20; round++)
        {
            int ended;
            while ((ended = WaitFor(-1, out _, NoHang)) > 0)
            {
            }

            if (ended < 0)
                return;
            Thread.Sleep(50);
        }
    }

    /// <summary>The processor time, in seconds, of all descendants that were waited for: fields 16 and 17 of the status line, see proc(5).</summary>
    private static double OfChildren()
    {
        var line = File.ReadAllText("/proc/self/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int WaitFor(int process, out int status, int options);
}
