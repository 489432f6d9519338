using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Code;

/// <summary>What a piece of code declares, and who needs it.</summary>
internal static class Declared
{
    /// <summary>Whether the expression gives a <c>var</c> its type, so that another type would spread.</summary>
    public static bool ByVar(ExpressionSyntax expression) =>
        expression.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } };

    /// <summary>Whether the node declares a variable (a pattern's, an <c>out</c>'s) that may be used outside of it.</summary>
    public static bool Variables(SyntaxNode node) =>
        node.DescendantNodesAndSelf().Any(inner => inner is VariableDesignationSyntax and not DiscardDesignationSyntax);

    /// <summary>Whether the node gives a value to something, through <c>=</c>, <c>out</c>, <c>ref</c> or <c>++</c>.</summary>
    public static bool Writes(SyntaxNode node) =>
        node.DescendantNodesAndSelf().Any(inner => inner is AssignmentExpressionSyntax
            || inner is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword or (int)SyntaxKind.RefKeyword }
            || inner.IsKind(SyntaxKind.PreIncrementExpression) || inner.IsKind(SyntaxKind.PostIncrementExpression)
            || inner.IsKind(SyntaxKind.PreDecrementExpression) || inner.IsKind(SyntaxKind.PostDecrementExpression));

    /// <summary>Whether the node waits. Without its last <c>await</c>, an async method draws a warning.</summary>
    public static bool Awaits(SyntaxNode node) => node.DescendantNodesAndSelf().Any(inner => inner is AwaitExpressionSyntax);

    /// <summary>Whether what an assignment writes to gets a value in another place of the file too.</summary>
    public static bool IsAssignedElsewhere(AssignmentExpressionSyntax assignment)
    {
        var name = assignment.Left.DescendantTokens().LastOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken)).ValueText;
        return assignment.SyntaxTree.GetRoot().DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax other => other != assignment && other.Left.ToString().EndsWith(name, StringComparison.Ordinal),
            VariableDeclaratorSyntax { Initializer: not null } field => field.Identifier.ValueText == name,
            _ => false,
        });
    }

    /// <summary>Whether a local is read anywhere in the member around <paramref name="place"/> but inside of <paramref name="except"/>.</summary>
    public static bool IsUsedOutside(ISymbol symbol, SyntaxNode place, TextSpan except, SemanticModel model) =>
        Member(place).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == symbol.Name
            && !except.Contains(name.Span)
            && !IsWriteTarget(name)
            && SymbolEqualityComparer.Default.Equals(model.SymbolOf(name), symbol));

    /// <summary>The member, or the top-level program, around a node.</summary>
    public static SyntaxNode Member(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not (GlobalStatementSyntax or BaseNamespaceDeclarationSyntax))
        ?? node.SyntaxTree.GetRoot();

    /// <summary>
    /// Whether every local that the node reads is read elsewhere too. One that no longer is draws a warning, which points at the bug.
    /// </summary>
    public static bool LeavesNoLocalUnused(SyntaxNode gone, SemanticModel model) =>
        gone.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.SymbolOf(name))
            .OfType<ISymbol>()
            .Where(symbol => symbol is ILocalSymbol || symbol is IFieldSymbol { DeclaredAccessibility: Accessibility.Private })
            .Distinct(SymbolEqualityComparer.Default)
            .All(symbol => symbol is IFieldSymbol ? IsReadInType(symbol!, gone) : IsUsedOutside(symbol!, gone, gone.Span, model));

    private static bool IsReadInType(ISymbol field, SyntaxNode gone) =>
        gone.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == field.Name && !gone.Span.Contains(name.Span));

    private static bool IsWriteTarget(IdentifierNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == name;
}
