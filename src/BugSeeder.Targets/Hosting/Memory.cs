namespace BugSeeder.Hosting;

/// <summary>How much memory there is for workers.</summary>
internal static class Memory
{
    private const long Least = 1L << 30;

    /// <summary>What a chain of so many deltas takes in our own process, about, for a target of ten thousand lines.</summary>
    private const long Session = 400L << 20;
    private const int ShortestChain = 200;
    private const int LongestChain = 400;

    /// <summary>Memory that nobody uses now, in bytes; where a container has a limit, up to that.</summary>
    public static long Available
    {
        get
        {
            var info = GC.GetGCMemoryInfo(GCKind.Any);
            return Math.Max(Least, info.TotalAvailableMemoryBytes - info.MemoryLoadBytes);
        }
    }

    /// <summary>How many lanes there is memory for, how much one worker may use, and how many deltas a lane's chain may have.</summary>
    /// <param name="available">Free memory, in bytes.</param>
    /// <param name="wanted">How many lanes there should be.</param>
    /// <param name="suites">The suites; a lane has a warm worker for each, and one cold process, and there is one cold process more.</param>
    public static (int Lanes, long Limit, int Chain) Share(long available, int wanted, IReadOnlyList<HostedSuite> suites)
    {
        var largest = suites.Select(suite => suite.Memory).DefaultIfEmpty().Max();
        var need = Session + (2 * (suites.Sum(suite => suite.Memory) + largest));
        var lanes = (int)Math.Clamp((available - (2 * largest)) / Math.Max(1, need), 1, Math.Max(1, wanted));
        // Half of what the lanes do not need, so that whoever comes later finds some.
        var spare = (available - (lanes * need)) / 2 / lanes;
        var chain = (int)Math.Clamp(ShortestChain * (Session + spare) / Session, ShortestChain, LongestChain);
        return (lanes, Math.Min(Math.Max(Least, 4 * largest), Math.Max(Least / 2, available / (lanes + 2))), chain);
    }
}
