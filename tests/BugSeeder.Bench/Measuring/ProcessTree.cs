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
            // What the runtime has started it waits for itself, and fails for good where another was there before it.
            var others = Children();
            var before = OfChildren();
            var result = await ProcessRunner.RunAsync(request, cancellationToken);
            TakeIn(others);
            return (result, new(result.Wall.TotalSeconds, OfChildren() - before));
        }
        finally
        {
            Alone.Release();
        }
    }

    /// <summary>Waits for orphans that have ended. The program's own process was waited for already.</summary>
    /// <param name="others">Children that were there before: not ours to wait for.</param>
    private static void TakeIn(IReadOnlySet<int> others)
    {
        // What was ended a moment ago may take another to be gone.
        for (var round = 0; round < 20; round++)
        {
            var left = Children().Except(others).Count(child => WaitFor(child, out _, NoHang) == 0);
            if (left == 0)
                return;
            Thread.Sleep(50);
        }
    }

    /// <summary>Our children, ended ones among them: field 4 of the status line is the parent.</summary>
    private static HashSet<int> Children() =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(process => ParentOf(process) == Environment.ProcessId)];

    private static int? ParentOf(int process)
    {
        try
        {
            return int.Parse(FieldsOf(process)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }

    /// <summary>The processor time, in seconds, of all descendants that were waited for: fields 16 and 17 of the status line, see proc(5).</summary>
    private static double OfChildren()
    {
        var fields = FieldsOf(Environment.ProcessId);
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>The fields of the status line from the third on: the name before them may have spaces in it.</summary>
    private static string[] FieldsOf(int process)
    {
        var line = File.ReadAllText($"/proc/{process}/stat");
        return line[(line.LastIndexOf(')') + 2)..].Split(' ');
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int WaitFor(int process, out int status, int options);
}
