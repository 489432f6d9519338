using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Preparing;

/// <summary>Types that a cut has left without a purpose: without members, or without the tests that they were there for.</summary>
internal sealed class HollowTypes(ProjectCode original, ProjectCode project)
{
    /// <summary>The hollow types of the changed files. What was empty before, such as the definition of a collection, is none.</summary>
    public IEnumerable<SourceSpan> Find(CancellationToken cancellationToken)
    {
        foreach (var (path, tree) in project.Trees.Where(entry => original.Trees[entry.Key] != entry.Value))
        {
            var before = Types(original.Trees[path], cancellationToken).ToLookup(PathOf, StringComparer.Ordinal);
            foreach (var type in Types(tree, cancellationToken))
            {
                if (before[PathOf(type)].FirstOrDefault() is { } old && IsHollow(old, type, cancellationToken))
                    yield return SourceSpan.Of(type);
            }
        }
    }

    private bool IsHollow(TypeDeclarationSyntax old, TypeDeclarationSyntax now, CancellationToken cancellationToken)
    {
        var isEmpty = old.Members.Count > 0 && now.Members.Count == 0 && now.OpenBraceToken.Span.Length > 0;
        if (isEmpty && PartsOf(now, cancellationToken) > 1)
            return now is { AttributeLists.Count: 0, BaseList: null, ConstraintClauses.Count: 0, ParameterList: null };
        var hasLostItsTests = TestKinds.HasTests(old) && !TestKinds.HasTests(now) && !now.Members.OfType<BaseTypeDeclarationSyntax>().Any();
        return (isEmpty || hasLostItsTests) && !InheritsTests(now, cancellationToken) && !IsNamedOutside(now, cancellationToken);
    }

    private static IEnumerable<TypeDeclarationSyntax> Types(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type is ClassDeclarationSyntax or RecordDeclarationSyntax);

    private static string PathOf(TypeDeclarationSyntax type) =>
        string.Join('.', type.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Select(ancestor => ancestor.Identifier.ValueText)) + $"`{type.TypeParameterList?.Parameters.Count ?? 0}";

    private INamedTypeSymbol? SymbolOf(TypeDeclarationSyntax type, CancellationToken cancellationToken) =>
        project.Compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, cancellationToken);

    private int PartsOf(TypeDeclarationSyntax type, CancellationToken cancellationToken) => SymbolOf(type, cancellationToken)?.DeclaringSyntaxReferences.Length ?? 1;

    private bool InheritsTests(TypeDeclarationSyntax type, CancellationToken cancellationToken)
    {
        for (var ancestor = SymbolOf(type, cancellationToken)?.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax source && source.Members.OfType<MethodDeclarationSyntax>().Any(TestKinds.IsTest)))
                return true;
        }

        return false;
    }

    private bool IsNamedOutside(TypeDeclarationSyntax type, CancellationToken cancellationToken) =>
        project.Trees.Values.SelectMany(tree => tree.GetRoot(cancellationToken).DescendantTokens())
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == type.Identifier.ValueText && !(token.SyntaxTree == type.SyntaxTree && type.Span.Contains(token.Span)));
}
