using System.Reflection.PortableExecutable;
using BugSeeder.Model;

namespace BugSeeder.Code;

/// <summary>The assemblies of the base library that runs here, and of shared frameworks that lie beside it.</summary>
internal static class FrameworkAssemblies
{
    /// <summary>The files that code can be compiled against.</summary>
    /// <param name="frameworks">Shared frameworks by name, such as <c>Microsoft.AspNetCore.App</c>.</param>
    /// <exception cref="UserError">A framework is not installed for this version of .NET.</exception>
    public static IEnumerable<string> For(IEnumerable<string> frameworks)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return frameworks.Select(name => Folder(Path.GetFullPath(Path.Combine(runtime, "..", "..", name)), name)).Prepend(runtime)
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
            .Order(StringComparer.Ordinal)
            .Where(IsManaged);
    }

    private static string Folder(string framework, string name) =>
        (Directory.Exists(framework) ? Directory.GetDirectories(framework, $"{Environment.Version.Major}.*").Order(StringComparer.Ordinal).LastOrDefault() : null)
        ?? throw new UserError($"The shared framework {name} is not installed for .NET {Environment.Version.Major}.", "Install it, or take it out of `frameworks`.");

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }
}
