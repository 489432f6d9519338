using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Off by one: one more, one less, a day more, a day less; or a part of a sum that should not be there.</summary>
internal sealed class OffsetPattern : FixPattern
{
    public override double Prior => 0.6;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is BinaryExpressionSyntax binary && IsArithmetic(binary) && context.TypeOf(binary)?.SpecialType != SpecialType.System_String)
        {
            yield return Fix.Replace(binary, binary.Left.ToString(), binary.Right is LiteralExpressionSyntax ? 1 : 0.5);
            yield return Fix.Replace(binary, binary.Right.ToString(), 0.4);
        }

        if (node is not ExpressionSyntax expression || !IsWhole(expression) || context.TypeOf(expression) is not { } type)
            yield break;
        if (type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && expression is not LiteralExpressionSyntax)
        {
            var written = expression is BinaryExpressionSyntax or ConditionalExpressionSyntax ? $"({expression})" : expression.ToString();
            yield return Fix.Replace(expression, $"{written} + 1", 0.7);
            yield return Fix.Replace(expression, $"{written} - 1", 0.7);
        }
        else if (type.Name is "DateOnly" or "DateTime" or "DateTimeOffset" && expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax)
        {
            yield return Fix.Replace(expression, $"{expression}.AddDays(1)", 0.7);
            yield return Fix.Replace(expression, $"{expression}.AddDays(-1)", 0.7);
        }
    }

    private static bool IsArithmetic(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression;

    /// <summary>Whether an expression stands for itself: as an argument, an operand of a comparison, a value that is given back or kept.</summary>
    private static bool IsWhole(ExpressionSyntax expression) => expression.Parent switch
    {
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax => true,
        ConditionalExpressionSyntax choice => choice.Condition != expression,
        AssignmentExpressionSyntax assignment => assignment.Right == expression,
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression,
        _ => false,
    };
}
