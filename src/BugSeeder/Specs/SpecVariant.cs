using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Specs;

/// <summary>One written spec, wherever it lies, with the place it gets in a workspace.</summary>
/// <param name="Path">The path as the user named it.</param>
/// <param name="Files">Its files by their path in a workspace. The place is the same for every variant, so that a name such as "draft" tells nothing;
/// only instructions for assistants stay where assistants look for them.</param>
/// <param name="Origins">Its files by their path in the target, for those that lie in it.</param>
public sealed record SpecVariant(string Path, IReadOnlyDictionary<string, TreeFile> Files, IReadOnlyList<string> Origins)
{
    private const string FileName = "SPEC.md";
    private const string FolderName = "SPEC";

    /// <summary>How the prompt names the place.</summary>
    public string Place => Files.Count == 1 && Files.Keys.First() is var only && !only.StartsWith(FolderName + "/", StringComparison.Ordinal) ? $"the file `{only}`"
        : Files.Keys.All(path => path.StartsWith(FolderName + "/", StringComparison.Ordinal)) ? $"the folder `{FolderName}`"
        : $"the files {string.Join(", ", Files.Keys.Select(path => $"`{path}`"))}";

    /// <summary>Where each of its files was read, as the user would look for it: relative to the target, with the revision after <c>@</c>.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>All its text.</summary>
    public string Text => string.Join("\n\n", Files.Values.Select(file => file.Text));

    /// <summary>The name that tells it from others: that of its last file or folder, with its revision.</summary>
    public string Name
    {
        get
        {
            var (last, revision) = SpecPath.RevisionOf(Path.Split(SpecPath.Joint)[^1]);
            var name = System.IO.Path.GetFileNameWithoutExtension(last.TrimEnd('/'));
            return revision is null ? name : $"{name}@{revision.Replace('/', '-')}";
        }
    }

    /// <summary>It as data: sections and clauses.</summary>
    public Spec Parse() => SpecReader.Read(Path, Files.Where(file => file.Value.Text is not null).Select(file => KeyValuePair.Create(file.Key, file.Value.Text!)));

    /// <summary>It with other texts in its files. A file of which nothing is left is gone too, unless it is the last: its name would say what is missing.</summary>
    public SpecVariant WithTexts(IReadOnlyDictionary<string, string> texts)
    {
        var changed = Files.Where(file => file.Value.Text is not null).ToDictionary(file => file.Key, file => file.Value.WithText(texts[file.Key]), StringComparer.Ordinal);
        var kept = Files.Where(file => !changed.TryGetValue(file.Key, out var with) || !string.IsNullOrWhiteSpace(with.Text)).Select(file => file.Key).ToList();
        return this with { Files = (kept.Count > 0 ? kept : Files.Keys).ToDictionary(path => path, path => changed.GetValueOrDefault(path, Files[path]), StringComparer.Ordinal) };
    }

    /// <summary>Whether a path of a workspace belongs to the spec.</summary>
    public static bool IsSpec(string path) => path == FileName || path.StartsWith(FolderName + "/", StringComparison.Ordinal) || SpecFormats.IsInstructions(path);

    /// <summary>Reads a spec: a file, a folder with the Markdown and text files in it, or several of them joined by <c>+</c>; each as it is, or after <c>@</c> at a git revision.</summary>
    /// <param name="path">Its path, from the current folder or from the target.</param>
    /// <param name="target">The target's folder.</param>
    /// <exception cref="UserError">There is no such file or revision, or it is empty or no text.</exception>
    public static SpecVariant Read(string path, string target)
    {
        var parts = SpecPath.PartsOf(path, target).Select(part => SpecPart.Read(part, target)).ToList();
        var sources = parts.SelectMany(part => part.Files.Select(file => (part, file.Key, file.Value))).ToList();
        if (sources.TrueForAll(source => string.IsNullOrWhiteSpace(source.Value.Text)))
            throw new UserError($"The spec '{path}' has no text.", "Give a spec that says something, or use the arm `none` alone.");
        var (files, from) = (new SortedDictionary<string, TreeFile>(StringComparer.Ordinal), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var (part, inner, file) in sources)
        {
            var place = PlaceOf(part, inner, sources.Count == 1 && inner.Length == 0, parts.Count > 1);
            if (files.ContainsKey(place))
                throw new UserError($"The spec '{path}' has two files that would both be '{place}' in a workspace.", "Give them different names, or name each file once.");
            (files[place], from[place]) = (file, part.InTarget(inner) + (part.Revision is { } revision ? $"@{revision}" : ""));
        }

        return new(path, files, [.. parts.SelectMany(part => part.Origins)]) { Sources = from };
    }

    private static string PlaceOf(SpecPart part, string inner, bool isAlone, bool isOfSeveral)
    {
        var origin = part.InTarget(inner);
        if (SpecFormats.IsInstructions(origin))
            return origin;
        if (isAlone)
            return FileName;
        // Files of several folders may have the same name.
        return inner.Length == 0 ? $"{FolderName}/{part.FileName}" : isOfSeveral ? $"{FolderName}/{part.FileName}/{inner}" : $"{FolderName}/{inner}";
    }
}
