using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;

namespace BugSeeder.Hosting;

/// <summary>
/// A copy of the built target in which images are exchanged. Every copy of an assembly is, also those in the outputs of programs that tests start.
/// A file is replaced and never written over: a process may still have the old one mapped.
/// </summary>
internal sealed class HostPlace
{
    private readonly string built;
    private readonly string folder;
    private readonly Dictionary<string, List<string>> copies = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> installed = new(StringComparer.Ordinal);

    /// <summary>Copies the built target.</summary>
    /// <param name="built">The target, restored and built.</param>
    /// <param name="folder">Where the copy goes.</param>
    /// <param name="assemblies">The simple names of the assemblies that may be exchanged.</param>
    public HostPlace(string built, string folder, IEnumerable<string> assemblies)
    {
        this.built = built;
        this.folder = folder;
        TreeFolder.Copy(built, folder);
        var wanted = assemblies.ToDictionary(name => name + ".dll", StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(folder, file);
            if (!wanted.TryGetValue(Path.GetFileName(file), out var name) || relative.Split(Path.DirectorySeparatorChar).Contains("obj"))
                continue;
            if (!copies.TryGetValue(name, out var list))
                copies[name] = list = [];
            list.Add(relative);
        }
    }

    /// <summary>The full path of a built test assembly.</summary>
    public string PathOf(TestProject test) => Path.Combine(folder, test.Assembly);

    /// <summary>Puts images in the place of the built ones; what was put there before is taken away.</summary>
    public void Install(IReadOnlyList<EmittedImage> images)
    {
        Restore();
        foreach (var image in images)
        {
            foreach (var relative in copies.GetValueOrDefault(image.Assembly, []))
            {
                Replace(relative, image.Code);
                Replace(Path.ChangeExtension(relative, ".pdb"), image.Symbols);
            }
        }
    }

    /// <summary>Puts the built images back.</summary>
    public void Restore()
    {
        foreach (var relative in installed)
        {
            var path = Path.Combine(folder, relative);
            File.Delete(path);
            if (File.Exists(Path.Combine(built, relative)))
                File.Copy(Path.Combine(built, relative), path);
        }

        installed.Clear();
    }

    private void Replace(string relative, byte[] content)
    {
        var path = Path.Combine(folder, relative);
        File.Delete(path);
        File.WriteAllBytes(path, content);
        installed.Add(relative);
    }
}
