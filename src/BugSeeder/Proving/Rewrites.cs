using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BugSeeder.Proving;

/// <summary>
/// Rewrites that look as if something had been got wrong and behave the same: comparisons and conditions turned around, where mutators strike. Whoever takes code for
/// wrong because it looks unusual raises a false alarm on them.
/// </summary>
internal static class Rewrites
{
    private static readonly Dictionary<SyntaxKind, (string Swapped, string Negated)> Comparisons = new()
    {
        [SyntaxKind.LessThanExpression] = (">", ">="),
        [SyntaxKind.LessThanOrEqualExpression] = (">=", ">"),
        [SyntaxKind.GreaterThanExpression] = ("<", "<="),
        [SyntaxKind.GreaterThanOrEqualExpression] = ("<=", "<"),
        [SyntaxKind.EqualsExpression] = ("==", "!="),
        [SyntaxKind.NotEqualsExpression] = ("!=", "=="),
    };

    /// <summary>Every rewrite in the member or, failing that, the type of a bug, the nearest to it first.</summary>
    public static IReadOnlyList<(string Rewrite, TextEdit Edit)> Near(Bug bug, TargetCode code, CancellationToken cancellationToken)
    {
        var file = bug.Seed.Place.File;
        if (code.Products.FirstOrDefault(project => project.Trees.ContainsKey(file)) is not { } project)
            return [];
        var tree = project.Trees[file];
        var model = project.Compilation.GetSemanticModel(tree);
        var start = Math.Min(bug.Seed.Edits[0].Start, tree.GetRoot(cancellationToken).FullSpan.End - 1);
        var around = tree.GetRoot(cancellationToken).FindToken(start).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault();
        return around is null ? [] :
        [
            .. around.DescendantNodes().OfType<ExpressionSyntax>()
                .SelectMany(node => At(node, model, cancellationToken).Select(found => (Node: node, found.Rewrite, found.Text)))
                .OrderBy(found => Math.Abs(found.Node.SpanStart - start)).ThenBy(found => found.Node.SpanStart)
                .Select(found => (found.Rewrite, new TextEdit(file, found.Node.SpanStart, found.Node.ToString(), found.Text))),
        ];
    }

    private static IEnumerable<(string Rewrite, string Text)> At(ExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is BinaryExpressionSyntax comparison && Comparisons.TryGetValue(node.Kind(), out var other) && IsPlain(comparison, model, cancellationToken))
        {
            if (!comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) && IsQuiet(comparison.Left) && IsQuiet(comparison.Right))
                yield return ("a comparison has its sides swapped", $"{comparison.Right} {other.Swapped} {comparison.Left}");
            yield return ("a comparison is written as the negation of its opposite", $"!({comparison.Left} {other.Negated} {comparison.Right})");
        }

        if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both && IsBool(both.Left, model, cancellationToken) && IsBool(both.Right, model, cancellationToken)
            && !both.DescendantNodes().Any(inner => inner is DeclarationExpressionSyntax or SingleVariableDesignationSyntax))
            yield return ("a condition is turned around by De Morgan's laws", $"!(!({both.Left}) {(both.IsKind(SyntaxKind.LogicalAndExpression) ? "||" : "&&")} !({both.Right}))");
        if (node is ConditionalExpressionSyntax choice && IsBool(choice.Condition, model, cancellationToken) && !choice.Condition.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any())
            yield return ("a choice has its condition negated and its branches swapped", $"!({choice.Condition}) ? {choice.WhenFalse} : {choice.WhenTrue}");
    }

    /// <summary>Only built-in comparisons of whole numbers and decimals are each other's opposites: floating point has NaN, nullable values have null, and anybody may overload.</summary>
    private static bool IsPlain(BinaryExpressionSyntax comparison, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetOperation(comparison, cancellationToken) is IBinaryOperation { IsLifted: false, LeftOperand.Type.SpecialType: (>= SpecialType.System_SByte and <= SpecialType.System_Decimal) or SpecialType.System_Boolean or SpecialType.System_Char };

    private static bool IsBool(ExpressionSyntax part, SemanticModel model, CancellationToken cancellationToken) => model.GetTypeInfo(part, cancellationToken).Type?.SpecialType == SpecialType.System_Boolean;

    /// <summary>What has no effect can be computed in any order.</summary>
    private static bool IsQuiet(ExpressionSyntax part) => part.DescendantNodesAndSelf().All(node => node is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax);
}
