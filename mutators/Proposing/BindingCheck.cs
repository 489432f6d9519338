using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>
/// Binds the whole expression around an edit, as it would read then. This is far cheaper than compiling, and drops what obviously
/// would not compile; what it lets through, proving compiles.
/// </summary>
internal static class BindingCheck
{
    public static bool Holds(Candidate candidate, SemanticModel model)
    {
        var root = candidate.Node.SyntaxTree.GetRoot();
        if (Whole(root.FindNode(candidate.Hull, getInnermostNodeForTie: true)) is not { } before || !before.Span.Contains(candidate.Hull))
            return true;

        var text = candidate.Node.SyntaxTree.GetText().GetSubText(before.Span).WithChanges(candidate.Replacements
            .Select(edit => new TextChange(new(edit.Span.Start - before.SpanStart, edit.Span.Length), edit.NewText)));
        var options = (CSharpParseOptions)candidate.Node.SyntaxTree.Options;
        var after = SyntaxFactory.ParseExpression(text.ToString(), options: options);
        return SameTwice(after) <= SameTwice(before) && SameSymbolKind(before, after, model) && FitsTheSamePlace(before, after, model);
    }

    /// <summary>How often the same stands on both sides: <c>late ? end : end</c> or <c>a.Count == a.Count</c> is nobody's slip, and an analyzer's first finding.</summary>
    private static int SameTwice(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().Count(node => node switch
    {
        ConditionalExpressionSyntax choice => SyntaxFactory.AreEquivalent(choice.WhenTrue, choice.WhenFalse),
        BinaryExpressionSyntax { RawKind: not ((int)SyntaxKind.AddExpression or (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.LeftShiftExpression) } both => SyntaxFactory.AreEquivalent(both.Left, both.Right),
        _ => false,
    });

    /// <summary>The outermost expression around a node, up to a lambda or a statement.</summary>
    private static ExpressionSyntax? Whole(SyntaxNode node)
    {
        ExpressionSyntax? whole = null;
        for (var at = node; at is not (null or StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax); at = at.Parent)
        {
            // A type is no expression; the inside of a query, a switch expression or an initialiser has scopes and targets of its own.
            if (at is ExpressionSyntax type && SyntaxFacts.IsInTypeOnlyContext(type))
                continue;
            if (at is QueryExpressionSyntax or SwitchExpressionSyntax or InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax)
                return null;
            if (at is ExpressionSyntax and not TypeSyntax or SimpleNameSyntax)
                whole = (ExpressionSyntax)at;
        }
        return whole;
    }

    private static bool SameSymbolKind(ExpressionSyntax before, ExpressionSyntax after, SemanticModel model) =>
        model.GetSymbolInfo(before).Symbol is null
        || before.RawKind != after.RawKind
        || model.GetSpeculativeSymbolInfo(before.SpanStart, after, SpeculativeBindingOption.BindAsExpression).Symbol is not null;

    private static bool FitsTheSamePlace(ExpressionSyntax before, ExpressionSyntax after, SemanticModel model)
    {
        var typeBefore = model.GetTypeInfo(before);
        var typeAfter = model.GetSpeculativeTypeInfo(before.SpanStart, after, SpeculativeBindingOption.BindAsExpression).Type;
        if (typeBefore.Type is null or IErrorTypeSymbol || typeBefore.ConvertedType is not { } target)
            return true;
        if (typeAfter is null)
            return !Declared.ByVar(before) && after is LiteralExpressionSyntax or CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax;
        if (typeAfter is IErrorTypeSymbol)
            return false;
        // What can be walked through has no common type.
        if (before.Parent is CommonForEachStatementSyntax)
            return true;
        if (before.Parent is ExpressionStatementSyntax)
            return after is AssignmentExpressionSyntax or InvocationExpressionSyntax or AwaitExpressionSyntax
                or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax or BaseObjectCreationExpressionSyntax;
        if (Declared.ByVar(before))
            return SymbolEqualityComparer.Default.Equals(typeBefore.Type, typeAfter);
        return after is LiteralExpressionSyntax || model.Compilation.ClassifyConversion(typeAfter, target) is { IsImplicit: true };
    }
}
