using System.Reflection;
using System.Runtime.Loader;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.TestHost;

/// <summary>Reads the arrays in which an instrumented target counts.</summary>
internal sealed class ProbeCounts(IReadOnlyList<ProbeCounter> counters)
{
    private readonly int[][] counts = [.. counters.Select(CountsOf)];

    /// <summary>What was counted since the last time.</summary>
    public IReadOnlyList<ProbeCount> Take()
    {
        var taken = new List<ProbeCount>();
        for (var counter = 0; counter < counts.Length; counter++)
        {
            for (var probe = 0; probe < counts[counter].Length; probe++)
            {
                if (Interlocked.Exchange(ref counts[counter][probe], 0) is not 0 and var count)
                    taken.Add(new(counter, probe, count));
            }
        }

        return taken;
    }

    private static int[] CountsOf(ProbeCounter counter) =>
        (int[])AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(counter.Module))
            .GetType(counter.Type, throwOnError: true)!
            .GetField(counter.Field, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .GetValue(null)!;
}
