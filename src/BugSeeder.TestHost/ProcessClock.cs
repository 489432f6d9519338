using System.Diagnostics;

namespace BugSeeder.TestHost;

/// <summary>What this process uses.</summary>
internal static class ProcessClock
{
    private static readonly object Gate = new();
    private static readonly Process Self = Process.GetCurrentProcess();

    /// <summary>How many threads there are. The list of them is read on Linux without looking at each, since this is asked after every run.</summary>
    public static int Threads => OperatingSystem.IsLinux() ? Directory.GetDirectories("/proc/self/task").Length : Process.GetCurrentProcess().Threads.Count;

    /// <summary>CPU time, all threads together.</summary>
    public static TimeSpan Cpu
    {
        get
        {
            lock (Gate)
            {
                Self.Refresh();
                return Self.TotalProcessorTime;
            }
        }
    }
}
