namespace BugSeeder.Execution.Sandboxes;

/// <summary>How much lies in folders that somebody else writes to.</summary>
internal static class DiskUse
{
    /// <summary>What even an empty file takes of a disk.</summary>
    private const long SmallestFile = 4096;

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Whether the files of these folders take more than so many bytes. Files that vanish meanwhile do not count; links are not followed.</summary>
    public static bool IsOver(IEnumerable<string> folders, long limit)
    {
        var sum = 0L;
        if (limit == long.MaxValue)
            return false;
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var file in new System.IO.Enumeration.FileSystemEnumerable<long>(folder, (ref entry) => entry.IsDirectory ? SmallestFile : Math.Max(entry.Length, SmallestFile), Everything)
            {
                ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            })
            {
                sum += file;
                if (sum > limit)
                    return true;
            }
        }

        return false;
    }
}
