using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Code;

/// <summary>The members that a type compares in Equals and takes into GetHashCode.</summary>
internal static class EqualityMembers
{
    /// <summary>
    /// Each comparison of a member at the end of an Equals that GetHashCode takes in too: without it in Equals, and without it in
    /// HashCode.Combine, where that has others.
    /// </summary>
    /// <param name="equals">A method; one that is not Equals has none.</param>
    /// <param name="model">The semantic model of the file.</param>
    public static IEnumerable<(Replacement Equal, Replacement? Hash)> In(MethodDeclarationSyntax equals, SemanticModel model)
    {
        if (equals is not { Identifier.ValueText: "Equals", ParameterList.Parameters.Count: 1, Parent: TypeDeclarationSyntax type }
            || type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method is { Identifier.ValueText: "GetHashCode", ParameterList.Parameters.Count: 0 }) is not { } hash)
            yield break;
        foreach (var both in equals.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(both => both.IsKind(SyntaxKind.LogicalAndExpression)))
        {
            if (Compared(both.Right, model) is not { } member || !hash.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => SymbolEqualityComparer.Default.Equals(model.SymbolOf(name), member)))
                continue;
            yield return (Removal.After(both.Left, both), OutOfHash(hash, member, model));
        }
    }

    /// <summary>The member that an expression compares between two objects.</summary>
    private static ISymbol? Compared(ExpressionSyntax comparison, SemanticModel model) =>
        comparison.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => model.SymbolOf(name))
            .Where(symbol => symbol is IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false, IsConst: false })
            .GroupBy(symbol => symbol, SymbolEqualityComparer.Default)
            .FirstOrDefault(group => group.Count() == 2)?.Key;

    private static Replacement? OutOfHash(MethodDeclarationSyntax hash, ISymbol member, SemanticModel model) =>
        hash.DescendantNodes().OfType<ArgumentSyntax>()
            .FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(model.SymbolOf(argument.Expression), member)) is { Parent: ArgumentListSyntax { Arguments: { Count: > 1 } list } } combined
            ? Removal.Of(list, list.IndexOf(combined))
            : null;
}
