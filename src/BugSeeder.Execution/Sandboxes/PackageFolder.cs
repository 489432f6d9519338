using System.Text.Json;
using BugSeeder.Model;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// The packages that a target needs, and no other: a machine's own package folder may hold the target as it was published, which is the answer.
/// </summary>
public sealed class PackageFolder
{
    private readonly HashSet<string> own = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, string> packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> roots = new(StringComparer.Ordinal);

    private PackageFolder(string path) => Path = path;

    /// <summary>The folder; it is made to be mounted read-only.</summary>
    public string Path { get; }

    /// <summary>The folders that the packages came from: what a restore outside wrote into its output.</summary>
    public IReadOnlySet<string> Roots => roots;

    /// <summary>Collects the packages of everything that was restored in a folder.</summary>
    /// <param name="restored">The folder with the target, restored.</param>
    /// <param name="path">The folder to make.</param>
    public static PackageFolder Collect(string restored, string path)
    {
        var folder = new PackageFolder(path);
        foreach (var file in Directory.EnumerateFiles(restored, "project.assets.json", SearchOption.AllDirectories))
            folder.Read(file);
        folder.AddSdks(System.IO.Path.Combine(restored, "global.json"));
        Directory.CreateDirectory(path);
        foreach (var (name, source) in folder.packages)
        {
            var place = System.IO.Path.Combine(path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
            LinkedCopy.Make(source, place);
        }

        return folder;
    }

    private void Read(string assetsFile)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = assets.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => System.IO.Path.TrimEndingDirectorySeparator(folder.Name))];
        roots.UnionWith(folders);
        var project = root.GetProperty("project");
        own.Add(project.GetProperty("restore").GetProperty("projectName").GetString()!);
        foreach (var library in root.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
            Add(folders, library.Value.GetProperty("path").GetString()!);
        foreach (var framework in project.GetProperty("frameworks").EnumerateObject())
        {
            if (!framework.Value.TryGetProperty("downloadDependencies", out var downloads))
                continue;
            foreach (var download in downloads.EnumerateArray())
                Add(folders, $"{download.GetProperty("name").GetString()!.ToLowerInvariant()}/{download.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0].Trim()}");
        }
    }

    /// <summary>SDKs that come as packages are named in global.json only.</summary>
    private void AddSdks(string globalFile)
    {
        if (!File.Exists(globalFile))
            return;
        using var global = JsonDocument.Parse(File.ReadAllBytes(globalFile), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (!global.RootElement.TryGetProperty("msbuild-sdks", out var sdks))
            return;
        foreach (var sdk in sdks.EnumerateObject())
            Add(roots, $"{sdk.Name.ToLowerInvariant()}/{sdk.Value.GetString()}");
    }

    private void Add(IEnumerable<string> folders, string name)
    {
        if (folders.Select(folder => System.IO.Path.Combine(folder, name)).FirstOrDefault(Directory.Exists) is { } source)
            packages[name] = source;
    }

    /// <summary>Makes sure that an assistant that sees these packages and the SDK does not see the answer.</summary>
    /// <param name="more">Names of the target's own assemblies, beside those of its projects.</param>
    /// <exception cref="UserError">The target's code stands in a package that its own tests need, or in the SDK.</exception>
    public void RefuseTheAnswer(IEnumerable<string> more)
    {
        var assemblies = own.Union(more, StringComparer.OrdinalIgnoreCase).Select(name => name + ".dll").ToHashSet(StringComparer.OrdinalIgnoreCase);
        string? Find(string folder) => Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).FirstOrDefault(file => assemblies.Contains(System.IO.Path.GetFileName(file)));
        foreach (var (name, source) in packages)
        {
            if (own.Contains(name.Split('/')[0]) || Find(source) is not null)
                throw new UserError(
                    $"The tests of the target need the package {name}, which holds the target's own code: an assistant would find the answer in it.",
                    "Leave the test project that needs it out, with `tests` in bugseeder.yml.",
                    ExitCode.TargetUnusable);
        }

        if (Toolchain.Root is { } sdk && Find(sdk) is { } shipped)
            throw new UserError(
                $"The target's own code is part of the .NET SDK: {shipped}. It cannot be hidden from an assistant that needs the SDK.",
                "Choose another target.",
                ExitCode.TargetUnusable);
    }
}
