namespace BugSeeder.Execution.Sandboxes;

/// <summary>A file or folder of this machine that can be seen in a box.</summary>
/// <param name="Outside">Its full path on this machine.</param>
/// <param name="Inside">Its full path in the box.</param>
/// <param name="IsWritable">Whether it may be written to. What is written is watched, and belongs to the box's user.</param>
public sealed record BoxMount(string Outside, string Inside, bool IsWritable = false)
{
    /// <summary>A mount at its own path, for what nobody inside may learn from.</summary>
    public static BoxMount Same(string path, bool isWritable = false) => new(path, path, isWritable);
}
