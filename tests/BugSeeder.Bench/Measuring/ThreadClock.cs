using System.Runtime.InteropServices;

namespace BugSeeder.Bench.Measuring;

/// <summary>What the current thread has used.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>CPU time of the current thread, in seconds; 0 on systems that are not Linux.</summary>
    public static double Cpu => OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out var time) == 0 ? time.Seconds + (time.Nanoseconds / 1e9) : 0;

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Time(nint Seconds, nint Nanoseconds);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out Time time);
}
