using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BugSeeder.Code;

namespace BugSeeder.Hosting;

/// <summary>
/// Finds assemblies that something rewrites after compilation, such as a weaver. What the compiler makes of a mutant is then not what the real build
/// would run, and a delta would be applied to the wrong methods. A weaver is known by a type that it leaves; bodies cannot be compared, since
/// compilers of different versions make different ones of the same code.
/// </summary>
internal static class RewrittenImages
{
    /// <summary>Whether a built image has types that the compiler does not make of the project.</summary>
    public static bool IsOne(ProjectCode project, string builtImage, CancellationToken cancellationToken) =>
        Emitter.EmitOne(project, cancellationToken).Image is not { } emitted || !TypesOf(File.ReadAllBytes(builtImage)).IsSubsetOf(TypesOf(emitted.Code));

    /// <summary>The types that stand in sources: what compilers add has a name that no source can have, or is an attribute that the framework lacks.</summary>
    private static HashSet<string> TypesOf(byte[] image)
    {
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        return metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .Where(name => !name.Contains('<', StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal) && !name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
    }
}
