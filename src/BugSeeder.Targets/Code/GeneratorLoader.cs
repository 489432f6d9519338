using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Code;

/// <summary>Loads a target's source generators beside us: each finds its neighbours, and all share our Roslyn.</summary>
internal sealed class GeneratorLoader : IAnalyzerAssemblyLoader
{
    private readonly Dictionary<string, Folder> folders = new(StringComparer.Ordinal);

    public void AddDependencyLocation(string fullPath)
    {
        // Neighbours are found by folder.
    }

    public Assembly LoadFromPath(string fullPath)
    {
        var path = Path.GetDirectoryName(fullPath)!;
        lock (folders)
        {
            if (!folders.TryGetValue(path, out var folder))
                folders[path] = folder = new Folder(path);
            return folder.LoadFromAssemblyPath(fullPath);
        }
    }

    private sealed class Folder(string path) : AssemblyLoadContext($"generators in {path}")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || assemblyName.Name.StartsWith("System.", StringComparison.Ordinal))
                return null;
            var file = Path.Combine(path, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
