using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;

namespace BugSeeder.Hosting;

/// <summary>
/// A copy of the built target, without its symbols, in which images are exchanged. Every copy of an assembly is, also those in the outputs of programs that tests start.
/// A file is replaced and never written over: a process may still have the old one mapped.
/// </summary>
internal sealed class HostPlace
{
    private readonly string built;
    private readonly Dictionary<string, List<string>> copies = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> installed = new(StringComparer.Ordinal);

    /// <summary>Copies the built target.</summary>
    /// <param name="built">The target, restored and built.</param>
    /// <param name="folder">Where the copy goes.</param>
    /// <param name="assemblies">The simple names of the assemblies that may be exchanged.</param>
    public HostPlace(string built, string folder, IEnumerable<string> assemblies)
    {
        this.built = built;
        Folder = folder;
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
            // A failed test writes down its stack, and looking for line numbers takes longer than most tests do.
            File.Delete(Path.ChangeExtension(file, ".pdb"));
        }
    }

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>Copies the built target anew, since what ran here may have changed any file.</summary>
    public void Renew()
    {
        Directory.Delete(Folder, recursive: true);
        TreeFolder.Copy(built, Folder);
        foreach (var relative in copies.Values.SelectMany(list => list))
            File.Delete(Path.Combine(Folder, Path.ChangeExtension(relative, ".pdb")));
        installed.Clear();
    }

    /// <summary>The full path of a built test assembly.</summary>
    public string PathOf(TestProject test) => Path.Combine(Folder, test.Assembly);

    /// <summary>Puts images in the place of the built ones; what was put there before is taken away.</summary>
    public void Install(IReadOnlyList<EmittedImage> images)
    {
        Restore();
        foreach (var image in images)
        {
            foreach (var relative in copies.GetValueOrDefault(image.Assembly, []))
                Replace(relative, image.Code);
        }
    }

    /// <summary>Puts the built images back.</summary>
    public void Restore()
    {
        foreach (var relative in installed)
        {
            var path = Path.Combine(Folder, relative);
            File.Delete(path);
            if (File.Exists(Path.Combine(built, relative)))
                File.Copy(Path.Combine(built, relative), path);
        }

        installed.Clear();
    }

    private void Replace(string relative, byte[] content)
    {
        var path = Path.Combine(Folder, relative);
        File.Delete(path);
        File.WriteAllBytes(path, content);
        installed.Add(relative);
    }
}
