namespace BugSeeder.Execution.Sandboxes;

/// <summary>Paths of this machine, and what they are called in a box.</summary>
internal static class BoxPaths
{
    /// <summary>Replaces every mention of a mount's path outside by its path inside. Our own folders have names that mean nothing and occur nowhere else.</summary>
    public static string Translate(string text, IReadOnlyList<BoxMount> mounts)
    {
        foreach (var mount in mounts.Where(mount => mount.Outside != mount.Inside).OrderByDescending(mount => mount.Outside.Length))
            text = Replace(text, mount.Outside, mount.Inside);
        return text;
    }

    /// <summary>Whether a path is a folder or lies in it.</summary>
    public static bool Holds(string folder, string path) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || folder.EndsWith('/') || path[folder.Length] == '/');

    private static string Replace(string text, string outside, string inside)
    {
        for (var at = text.IndexOf(outside, StringComparison.Ordinal); at >= 0; at = text.IndexOf(outside, at, StringComparison.Ordinal))
        {
            var end = at + outside.Length;
            // `/a/home` is no part of `/a/homestead`.
            if (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.'))
            {
                at = end;
                continue;
            }

            text = string.Concat(text.AsSpan(0, at), inside, text.AsSpan(end));
            at += inside.Length;
        }

        return text;
    }
}
