using System.Globalization;

namespace BugSeeder.TestHost;

/// <summary>How long threads of this process wanted to run and did not get a core. Linux counts it for each thread; elsewhere it is not known, and nothing.</summary>
internal static class RunQueue
{
    private const string Threads = "/proc/self/task";

    /// <summary>The waiting of all threads that are there, together: the second field of their schedstat, in nanoseconds.</summary>
    public static TimeSpan Waited
    {
        get
        {
            long nanoseconds = 0;
            foreach (var thread in Directory.Exists(Threads) ? Directory.GetDirectories(Threads) : [])
            {
                try
                {
                    var fields = File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ');
                    nanoseconds += fields.Length > 1 && long.TryParse(fields[1], CultureInfo.InvariantCulture, out var waited) ? waited : 0;
                }
                catch (IOException)
                {
                    // The thread has just ended, or this kernel does not count.
                }
            }

            return TimeSpan.FromMicroseconds(nanoseconds / 1000);
        }
    }
}
