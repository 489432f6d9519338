using Microsoft.CodeAnalysis;

namespace BugSeeder.Code;

/// <summary>A member of the product: a method, constructor, property, field, event or enum member.</summary>
/// <param name="Name">As <c>Namespace.Type.Member</c>; overloads share a name.</param>
/// <param name="Symbol">What the compiler knows of it.</param>
/// <param name="Declaration">Where it is declared.</param>
/// <param name="File">The file, relative to the target.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
internal sealed record CodeMember(string Name, ISymbol Symbol, SyntaxNode Declaration, string File, bool IsPublic)
{
    /// <summary>Its own name; a constructor has its type's.</summary>
    public string Simple => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>The name of the type it belongs to.</summary>
    public string Type => Symbol.ContainingType?.Name ?? "";
}
