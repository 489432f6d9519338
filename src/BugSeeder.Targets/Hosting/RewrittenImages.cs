using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BugSeeder.Code;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Hosting;

/// <summary>
/// Finds assemblies that something rewrites after compilation, such as a weaver. What the compiler makes of a mutant is then not what the real build
/// would run, and a delta would be applied to the wrong methods. A weaver is known by a type that it leaves; bodies cannot be compared, since
/// compilers of different versions make different ones of the same code.
/// </summary>
internal static class RewrittenImages
{
    /// <summary>Whether a built image has types that do not stand in the project's sources. Nothing is compiled for that: it would cost more than many mutants do.</summary>
    public static bool IsOne(ProjectCode project, string builtImage) => !TypesOf(File.ReadAllBytes(builtImage)).IsSubsetOf(TypesOf(project));

    private static HashSet<string> TypesOf(ProjectCode project) => Names(project.Compilation.Assembly.GlobalNamespace, "").ToHashSet(StringComparer.Ordinal);

    /// <summary>In metadata a nested type has a name alone.</summary>
    private static IEnumerable<string> Names(INamespaceOrTypeSymbol parent, string space) => parent.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member is INamedTypeSymbol
        ? Names(member, "").Prepend(NameOf(space, member.MetadataName))
        : Names(member, space.Length == 0 ? member.Name : $"{space}.{member.Name}"));

    /// <summary>The types that stand in sources: what compilers add has a name that no source can have, or is an attribute that the framework lacks.</summary>
    private static HashSet<string> TypesOf(byte[] image)
    {
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        return metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => !IsCompilers(metadata, type))
            .Select(type => NameOf(metadata.GetString(type.Namespace), metadata.GetString(type.Name)))
            .Where(name => !name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal) && !name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A type in a type of the compiler's is its too, whatever its name.</summary>
    private static bool IsCompilers(MetadataReader metadata, TypeDefinition type) =>
        metadata.GetString(type.Name).AsSpan().IndexOfAny('<', '=') >= 0 || (type.GetDeclaringType() is { IsNil: false } outer && IsCompilers(metadata, metadata.GetTypeDefinition(outer)));

    private static string NameOf(string space, string name) => $"{space}.{name}";
}
