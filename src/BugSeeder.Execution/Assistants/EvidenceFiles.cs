using BugSeeder.Execution.Trees;

namespace BugSeeder.Execution.Assistants;

/// <summary>Gathers the files that an invocation wants kept, from a folder that an assistant could do anything to.</summary>
internal static class EvidenceFiles
{
    /// <summary>More than this of one file is of no use for understanding a trial.</summary>
    private const long LongestFile = 32L * 1024 * 1024;

    private const int MostFiles = 20;

    private static readonly EnumerationOptions NoLinks = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 8 };

    /// <summary>The files, by their path in the folder with forward slashes. What is no regular file is passed over: a link leads elsewhere, and a pipe waits for ever.</summary>
    /// <param name="folder">The private folder.</param>
    /// <param name="patterns">Paths in it. From the first part with a <c>*</c> on, any folders may follow, and the last part is the pattern of the name.</param>
    public static IReadOnlyDictionary<string, byte[]> Read(string folder, IReadOnlyList<string> patterns)
    {
        var found = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in patterns.SelectMany(pattern => Matching(folder, pattern)).Take(MostFiles))
        {
            if (ReadOne(path) is { } bytes)
                found[Path.GetRelativePath(folder, path).Replace('\\', '/')] = bytes;
        }

        return found;
    }

    private static IEnumerable<string> Matching(string folder, string pattern)
    {
        var parts = pattern.Split('/');
        var root = new DirectoryInfo(folder);
        foreach (var part in parts.SkipLast(1).TakeWhile(part => !part.Contains('*', StringComparison.Ordinal)))
        {
            root = new(Path.Combine(root.FullName, part));
            if (!root.Exists || root.LinkTarget is not null)
                return [];
        }

        return pattern.Contains('*', StringComparison.Ordinal)
            ? Directory.EnumerateFiles(root.FullName, parts[^1], NoLinks).Order(StringComparer.Ordinal)
            : [Path.Combine(root.FullName, parts[^1])];
    }

    private static byte[]? ReadOne(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.LinkTarget is not null || file.Length == 0 || !RegularFile.IsOne(path))
                return null;
            using var stream = file.OpenRead();
            var bytes = new byte[Math.Min(file.Length, LongestFile)];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
