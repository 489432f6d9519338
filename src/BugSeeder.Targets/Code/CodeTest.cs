using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Code;

/// <summary>A test method and the members of the product that it uses.</summary>
/// <param name="Name">As <c>Namespace.Class.Method</c>.</param>
/// <param name="Method">Where it is declared.</param>
/// <param name="File">The file, relative to the target.</param>
/// <param name="Uses">The names of the members it uses itself.</param>
internal sealed record CodeTest(string Name, MethodDeclarationSyntax Method, string File, IReadOnlySet<string> Uses)
{
    /// <summary>Its name without namespace and class.</summary>
    public string Simple => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>Whether a test's identity, as <c>Project::Namespace.Class.Method(arguments)</c>, is a case of it.</summary>
    public bool IsCase(string identity)
    {
        var name = identity[(identity.IndexOf("::", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];
        return name.StartsWith(Name, StringComparison.Ordinal) && (name.Length == Name.Length || !(char.IsLetterOrDigit(name[Name.Length]) || name[Name.Length] == '_'));
    }
}
