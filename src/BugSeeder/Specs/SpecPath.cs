namespace BugSeeder.Specs;

/// <summary>How specs are named on the command line: <c>docs/a.md</c>, <c>docs/a.md@v1</c>, <c>docs/a.md+docs/b</c>.</summary>
internal static class SpecPath
{
    /// <summary>Joins files and folders to one spec.</summary>
    public const char Joint = '+';

    private const char AtRevision = '@';

    /// <summary>The files and folders that a spec is made of. What exists under its whole name is that.</summary>
    public static IReadOnlyList<string> PartsOf(string path, string target) =>
        OnDisk(path, target) is null && path.Split(Joint, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } parts ? parts : [path];

    /// <summary>The full path of what exists under this name, from the current folder or from the target.</summary>
    public static string? OnDisk(string path, string target) =>
        // An empty path would be the current folder.
        new[] { path, Path.Combine(target, path) }.Where(_ => path.Length > 0).Select(Path.GetFullPath).FirstOrDefault(candidate => File.Exists(candidate) || Directory.Exists(candidate));

    /// <summary>A path and the revision after it, if there is one.</summary>
    public static (string Path, string? Revision) RevisionOf(string path) =>
        path.LastIndexOf(AtRevision) is var at and > 0 && at < path.Length - 1 ? (path[..at], path[(at + 1)..]) : (path, null);
}
