using System.Diagnostics;

namespace BugSeeder.TestHost;

/// <summary>CPU time of this process, all threads together.</summary>
internal static class ProcessClock
{
    private static readonly object Gate = new();
    private static readonly Process Self = Process.GetCurrentProcess();

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
