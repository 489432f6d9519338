using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Code;

/// <summary>What members are called: <c>Namespace.Type.Member</c>, without parameters.</summary>
internal static class MemberNames
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>The name of a member; an accessor goes by its property or event.</summary>
    public static string Of(ISymbol member) =>
        ((member as IMethodSymbol)?.AssociatedSymbol ?? member).OriginalDefinition.ToDisplayString(Format);

    /// <summary>The member that a node stands in; empty outside of any.</summary>
    public static string Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var declaration = node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax);
        var declared = declaration is BaseFieldDeclarationSyntax field ? field.Declaration.Variables[0] : declaration;
        return declared is not null && model.GetDeclaredSymbol(declared, cancellationToken) is { } symbol ? Of(symbol) : "";
    }

    /// <summary>The member that a position of a product file stands in; empty outside of any.</summary>
    public static string At(string file, int position, TargetCode code, CancellationToken cancellationToken)
    {
        if (code.Products.FirstOrDefault(product => product.Trees.ContainsKey(file)) is not { } project)
            return "";
        var root = project.Trees[file].GetRoot(cancellationToken);
        var node = root.FullSpan.Contains(position) ? root.FindToken(position).Parent : null;
        return node is null ? "" : Around(node, project.Compilation.GetSemanticModel(node.SyntaxTree), cancellationToken);
    }
}
