using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>The other end of a range: what a condition compares with one limit is compared with another that the clause names.</summary>
internal sealed class RangePattern : FixPattern
{
    private const int Most = 12;

    public override double Prior => 0.5;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison)
            yield break;
        var measured = comparison.Left is LiteralExpressionSyntax ? comparison.Right : comparison.Left;
        if (context.TypeOf(measured)?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double) || measured is LiteralExpressionSyntax)
            yield break;
        var isLower = comparison.Kind() is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression == (measured == comparison.Left);
        var suffix = context.TypeOf(measured)?.SpecialType == SpecialType.System_Decimal ? "m" : "";
        foreach (var (number, weight) in context.Facts.Numbers.Select(number => (number, 0.8)).Concat(context.Facts.TestNumbers.Select(number => (number, 0.4))).Take(Most))
        {
            if (suffix.Length == 0 && number.Contains('.', StringComparison.Ordinal))
                continue;
            yield return Fix.Replace(comparison, $"{comparison} && {measured} {(isLower ? "<=" : ">=")} {number}{suffix}", weight);
            yield return Fix.Replace(comparison, $"({comparison} || {measured} {(isLower ? "<" : ">")} {number}{suffix})", weight * 0.5);
        }
    }
}
