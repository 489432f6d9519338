namespace BugSeeder.Execution.Sandboxes;

/// <summary>What the processes of a box may use together, beside the time and output that every process is limited in.</summary>
public sealed record BoxLimits
{
    private const long Gibibyte = 1L << 30;

    /// <summary>Processes and threads at once.</summary>
    public int Processes { get; init; } = 512;

    /// <summary>Bytes of data that one process may allocate; the kernel refuses more.</summary>
    public long ProcessMemory { get; init; } = 4 * Gibibyte;

    /// <summary>Bytes of memory of all processes together; more ends them. Looked at twice a second.</summary>
    public long Memory { get; init; } = Math.Min(8 * Gibibyte, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3);

    /// <summary>Bytes that may lie in the writable mounts; more ends the box. Looked at twice a second, or less often where looking takes long; <see cref="long.MaxValue"/> for never.</summary>
    public long Disk { get; init; } = 4 * Gibibyte;

    /// <summary>Bytes of each of the temporary folder, the home where none is mounted, and shared memory; the kernel refuses more.</summary>
    public long Temporary { get; init; } = Gibibyte / 8;
}
