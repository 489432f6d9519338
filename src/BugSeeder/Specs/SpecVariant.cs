using BugSeeder.Execution.Trees;
using BugSeeder.Model;

namespace BugSeeder.Specs;

/// <summary>One written spec, wherever it lies, with the place it gets in a workspace.</summary>
/// <param name="Path">The path as the user named it.</param>
/// <param name="Files">Its files by their path in a workspace. The place is the same for every variant, so that a name such as "draft" tells nothing.</param>
/// <param name="Origins">Its files by their path in the target, for those that lie in it.</param>
public sealed record SpecVariant(string Path, IReadOnlyDictionary<string, TreeFile> Files, IReadOnlyList<string> Origins)
{
    private const string FileName = "SPEC.md";
    private const string FolderName = "SPEC";

    /// <summary>How the prompt names the place.</summary>
    public string Place => Files.Count == 1 && Files.ContainsKey(FileName) ? $"the file `{FileName}`" : $"the folder `{FolderName}`";

    /// <summary>All its text.</summary>
    public string Text => string.Join("\n\n", Files.Values.Select(file => file.Text));

    /// <summary>Whether a path of a workspace belongs to the spec.</summary>
    public static bool IsSpec(string path) => path == FileName || path.StartsWith(FolderName + "/", StringComparison.Ordinal);

    /// <summary>Reads a spec: a file, or a folder with the Markdown and text files in it.</summary>
    /// <param name="path">Its path, from the current folder or from the target.</param>
    /// <param name="target">The target's folder.</param>
    /// <exception cref="UserError">There is no such file, or it is empty or no text.</exception>
    public static SpecVariant Read(string path, string target)
    {
        // An empty path would be the current folder.
        var full = new[] { path, System.IO.Path.Combine(target, path) }.Where(_ => path.Length > 0).Select(System.IO.Path.GetFullPath).FirstOrDefault(candidate => File.Exists(candidate) || Directory.Exists(candidate))
            ?? throw new UserError($"The spec '{path}' does not exist.", "Give the path of a Markdown or text file, or of a folder of such files, with --spec.");
        var files = Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Where(IsText).Order(StringComparer.Ordinal).ToDictionary(file => $"{FolderName}/{Relative(full, file)}", Read, StringComparer.Ordinal)
            : new Dictionary<string, TreeFile>(StringComparer.Ordinal) { [FileName] = Read(full) };
        if (files.Values.All(file => string.IsNullOrWhiteSpace(file.Text)))
            throw new UserError($"The spec '{path}' has no text.", "Give a spec that says something, or use the arm `none` alone.");
        var sources = Directory.Exists(full) ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories) : [full];
        return new(path, files, [.. sources.Select(file => Relative(target, file)).Where(relative => !relative.StartsWith("../", StringComparison.Ordinal))]);
    }

    private static bool IsText(string file) => System.IO.Path.GetExtension(file).ToLowerInvariant() is ".md" or ".markdown" or ".txt" or ".feature" or ".rst" or ".adoc";

    private static string Relative(string folder, string file) => System.IO.Path.GetRelativePath(System.IO.Path.GetFullPath(folder), file).Replace('\\', '/');

    private static TreeFile Read(string file)
    {
        var read = new TreeFile(File.ReadAllBytes(file));
        return read.Text is null ? throw new UserError($"The spec file '{file}' is not text in UTF-8 or UTF-16.", "Save it as UTF-8.") : read;
    }
}
