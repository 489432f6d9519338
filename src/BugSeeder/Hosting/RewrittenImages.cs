using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BugSeeder.Code;

namespace BugSeeder.Hosting;

/// <summary>
/// Finds assemblies that something rewrites after compilation, such as a weaver. What the compiler makes of a mutant is then not what the real build
/// would run, and a delta would be applied to the wrong methods.
/// </summary>
internal static class RewrittenImages
{
    /// <summary>Whether a built image is not what the compiler makes of the project.</summary>
    public static bool IsOne(ProjectCode project, string builtImage, CancellationToken cancellationToken) =>
        Emitter.EmitOne(project, cancellationToken).Image is not { } emitted || !ShapeOf(emitted.Code).SequenceEqual(ShapeOf(File.ReadAllBytes(builtImage)), StringComparer.Ordinal);

    /// <summary>Types, methods with the size of their code, and fields, in their order.</summary>
    private static List<string> ShapeOf(byte[] image)
    {
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        var shape = new List<string>();
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            shape.Add(metadata.GetString(type.Name));
            shape.AddRange(type.GetFields().Select(field => metadata.GetString(metadata.GetFieldDefinition(field).Name)));
            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
                shape.Add($"{metadata.GetString(method.Name)} {(method.RelativeVirtualAddress == 0 ? 0 : reader.GetMethodBody(method.RelativeVirtualAddress).GetILReader().Length)}");
        }

        return shape;
    }
}
