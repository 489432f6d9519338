namespace BugSeeder.Hosting;

/// <summary>How much memory there is for workers.</summary>
internal static class Memory
{
    private const long Least = 1L << 30;

    /// <summary>What sessions of edit and continue take in our own process for each lane, about.</summary>
    private const long Session = 400L << 20;

    /// <summary>Memory that nobody uses now, in bytes; where a container has a limit, up to that.</summary>
    public static long Available
    {
        get
        {
            var info = GC.GetGCMemoryInfo(GCKind.Any);
            return Math.Max(Least, info.TotalAvailableMemoryBytes - info.MemoryLoadBytes);
        }
    }

    /// <summary>How many lanes there is memory for, and how much one worker may use.</summary>
    /// <param name="available">Free memory, in bytes.</param>
    /// <param name="wanted">How many lanes there should be.</param>
    /// <param name="suites">The suites; a lane has a warm worker for each, and one cold process.</param>
    public static (int Lanes, long Limit) Share(long available, int wanted, IReadOnlyList<HostedSuite> suites)
    {
        var largest = suites.Select(suite => suite.Memory).DefaultIfEmpty().Max();
        var need = Session + (2 * (suites.Sum(suite => suite.Memory) + largest));
        var lanes = (int)Math.Clamp(available / Math.Max(1, need), 1, Math.Max(1, wanted));
        return (lanes, Math.Min(Math.Max(Least, 4 * largest), Math.Max(Least / 2, available / (lanes + 1))));
    }
}
