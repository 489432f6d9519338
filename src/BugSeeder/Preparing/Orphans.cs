using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Preparing;

/// <summary>Declarations of a test project that a cut referred to, and that nothing but they themselves refers to now.</summary>
internal sealed class Orphans(ProjectCode project)
{
    /// <summary>Members that the language itself calls by their name.</summary>
    private static readonly HashSet<string> CalledUnnamed = new(StringComparer.Ordinal) { "Main", "Add", "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "Current", "GetAwaiter", "Deconstruct", "Dispose", "DisposeAsync" };

    /// <summary>The orphans among the declarations of these names.</summary>
    public IEnumerable<SourceSpan> Find(IReadOnlySet<string> names, CancellationToken cancellationToken)
    {
        var roots = project.Trees.Values.Select(tree => tree.GetRoot(cancellationToken)).ToList();
        var mentions = roots.SelectMany(TestSources.Tokens).Where(token => names.Contains(token.ValueText)).ToLookup(token => token.ValueText, StringComparer.Ordinal);
        var declarations = roots
            .SelectMany(root => root.DescendantNodes().OfType<MemberDeclarationSyntax>())
            .Where(declaration => NameOf(declaration) is { } name && names.Contains(name))
            .ToLookup(declaration => NameOf(declaration)!, StringComparer.Ordinal);
        return declarations
            .Where(group => mentions[group.Key].All(mention => group.Any(declaration => declaration.SyntaxTree == mention.SyntaxTree && declaration.Span.Contains(mention.Span))))
            .Where(group => !group.Any(declaration => IsCalledThroughAnother(declaration, cancellationToken)))
            .SelectMany(group => group)
            .Select(SourceSpan.Of);
    }

    /// <summary>The name by which a declaration is referred to; <see langword="null"/> where it may be used without being named.</summary>
    private static string? NameOf(MemberDeclarationSyntax declaration) => declaration switch
    {
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null, AttributeLists.Count: 0 } method when !method.Modifiers.Any(SyntaxKind.OverrideKeyword) && !CalledUnnamed.Contains(method.Identifier.ValueText) => method.Identifier.ValueText,
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null, AttributeLists.Count: 0 } property when !property.Modifiers.Any(SyntaxKind.OverrideKeyword) && !CalledUnnamed.Contains(property.Identifier.ValueText) => property.Identifier.ValueText,
        FieldDeclarationSyntax { AttributeLists.Count: 0, Declaration.Variables: [var variable] } => variable.Identifier.ValueText,
        BaseTypeDeclarationSyntax { AttributeLists.Count: 0 } type when !TestKinds.HasTests(type) => type.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A member of a fake is called through the interface that it implements, by whoever knows only that.</summary>
    private bool IsCalledThroughAnother(MemberDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        if (declaration is not (MethodDeclarationSyntax or PropertyDeclarationSyntax))
            return false;
        var symbol = project.Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken);
        return symbol?.ContainingType is { } type && type.AllInterfaces.SelectMany(face => face.GetMembers(symbol.Name))
            .Any(member => !IsOwn(member) && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol));
    }

    /// <summary>An interface of the test project itself goes together with what implements it.</summary>
    private static bool IsOwn(ISymbol member) => member.Locations.Any(location => location.IsInSource);
}
