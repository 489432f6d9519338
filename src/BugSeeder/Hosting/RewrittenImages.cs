using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BugSeeder.Code;

namespace BugSeeder.Hosting;

/// <summary>
/// Finds assemblies that something rewrites after compilation, such as a weaver. What the compiler makes of a mutant is then not what the real build
/// would run, and a delta would be applied to the wrong methods. A weaver leaves types or members of its own, by which it is known;
/// what compilers add differs from version to version of the compiler, and does not count.
/// </summary>
internal static class RewrittenImages
{
    /// <summary>Whether a built image has other members than the compiler makes of the project.</summary>
    public static bool IsOne(ProjectCode project, string builtImage, CancellationToken cancellationToken) =>
        Emitter.EmitOne(project, cancellationToken).Image is not { } emitted || !MembersOf(emitted.Code).SetEquals(MembersOf(File.ReadAllBytes(builtImage)));

    private static HashSet<string> MembersOf(byte[] image)
    {
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            var name = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
            // Attributes that the compiler embeds where the framework has none of them.
            if (IsCompilers(name) || name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal) || name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal))
                continue;
            members.Add(name);
            members.UnionWith(type.GetFields().Select(field => metadata.GetString(metadata.GetFieldDefinition(field).Name)).Where(field => !IsCompilers(field)).Select(field => $"{name}.{field}"));
            members.UnionWith(type.GetMethods().Select(method => metadata.GetString(metadata.GetMethodDefinition(method).Name)).Where(method => !IsCompilers(method)).Select(method => $"{name}.{method}()"));
        }

        return members;
    }

    private static bool IsCompilers(string name) => name.Contains('<', StringComparison.Ordinal);
}
