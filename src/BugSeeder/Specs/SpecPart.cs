using BugSeeder.Execution.Git;
using BugSeeder.Execution.Trees;
using BugSeeder.Model;

namespace BugSeeder.Specs;

/// <summary>One file or folder of a spec, read from disk or from a git revision.</summary>
/// <param name="Files">Its texts by path within it; the path of a single file is empty.</param>
/// <param name="Origins">What lies in the target and says the same, by path.</param>
/// <param name="Place">Its path relative to the target, if it lies there; otherwise its name.</param>
internal sealed record SpecPart(IReadOnlyDictionary<string, TreeFile> Files, IReadOnlyList<string> Origins, string Place)
{
    /// <summary>The revision it was read at; <see langword="null"/> for what is on disk.</summary>
    public string? Revision { get; init; }

    /// <summary>The name of the file or folder.</summary>
    public string FileName => Place[(Place.LastIndexOf('/') + 1)..];

    /// <summary>A file's path relative to the target.</summary>
    public string InTarget(string inner) => inner.Length == 0 ? Place : $"{Place}/{inner}";

    /// <summary>Reads a file or folder.</summary>
    /// <exception cref="UserError">There is no such file or revision, or it is no text.</exception>
    public static SpecPart Read(string path, string target)
    {
        if (SpecPath.OnDisk(path, target) is { } full)
            return FromDisk(full, target);
        if (SpecPath.RevisionOf(path) is (var file, { } revision))
            return FromRevision(file, revision, target);
        throw new UserError($"The spec '{path}' does not exist.", "Give the path of a Markdown or text file, or of a folder of such files, with --spec.");
    }

    private static SpecPart FromDisk(string full, string target)
    {
        var isFolder = Directory.Exists(full);
        var all = isFolder ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList() : [full];
        var files = all.Where(file => !isFolder || IsText(file)).ToDictionary(file => isFolder ? Relative(full, file) : "", file => Checked(file, new(File.ReadAllBytes(file))), StringComparer.Ordinal);
        var origins = all.Select(file => Relative(target, file)).Where(IsInside).ToList();
        return new(files, origins, Relative(target, full) is var place && IsInside(place) ? place : Path.GetFileName(Path.TrimEndingDirectorySeparator(full)));
    }

    /// <summary>What an old revision said may still be on disk in other words, so it counts as an origin if it is there.</summary>
    private static SpecPart FromRevision(string path, string revision, string target)
    {
        var from = Directory.Exists(target) ? target : ".";
        var full = new[] { Path.GetFullPath(Path.Combine(target, path)), Path.GetFullPath(path) } is var candidates && candidates.FirstOrDefault(candidate => RevisionFiles.Exists(from, candidate, revision)) is { } found ? found : candidates[0];
        var read = RevisionFiles.Read(from, full, revision).Where(file => file.Key.Length == 0 || IsText(file.Key)).ToDictionary(file => file.Key, file => Checked($"{path}/{file.Key}@{revision}", file.Value), StringComparer.Ordinal);
        var place = Relative(target, full).TrimEnd('/');
        return new(read, [.. read.Keys.Select(inner => inner.Length == 0 ? place : $"{place}/{inner}").Where(origin => IsInside(origin) && File.Exists(Path.Combine(target, origin)))], place) { Revision = revision };
    }

    private static bool IsInside(string relative) => !relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative);

    private static bool IsText(string file) => Path.GetExtension(file).ToLowerInvariant() is ".md" or ".markdown" or ".txt" or ".feature" or ".rst" or ".adoc" or ".mdc";

    private static string Relative(string folder, string file) => Path.GetRelativePath(Path.GetFullPath(folder), file).Replace('\\', '/');

    private static TreeFile Checked(string name, TreeFile file) =>
        file.Text is null ? throw new UserError($"The spec file '{name}' is not text in UTF-8 or UTF-16.", "Save it as UTF-8.") : file;
}
