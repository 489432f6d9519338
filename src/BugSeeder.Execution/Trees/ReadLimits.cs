namespace BugSeeder.Execution.Trees;

/// <summary>How much is read of a folder that somebody else has written to. What is beyond it is kept as its length only, so that it still counts as a change.</summary>
/// <param name="file">The largest file, in bytes.</param>
/// <param name="total">All files together, in bytes.</param>
public sealed class ReadLimits(long file, long total)
{
    private const long Mebibyte = 1 << 20;
    private long taken;

    /// <summary>What is enough for any work on source code: 16 MiB a file, half a gibibyte in all.</summary>
    public static ReadLimits OfStrangers() => new(16 * Mebibyte, 512 * Mebibyte);

    /// <summary>Whether a file of this length is still read.</summary>
    internal bool Allow(long length)
    {
        if (length > file || taken + length > total)
            return false;
        taken += length;
        return true;
    }
}
