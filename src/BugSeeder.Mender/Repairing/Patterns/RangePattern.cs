using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>
/// The other end of a range: what a condition or a pattern compares with one limit is compared with another too, one that the clause names or a constant of the
/// type that the limit is declared in.
/// </summary>
internal sealed class RangePattern : FixPattern
{
    private const int Most = 12;

    public override double Prior => 0.5;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison => Compared(comparison, context),
        RelationalPatternSyntax { Parent: not BinaryPatternSyntax } pattern => Matched(pattern, context),
        _ => [],
    };

    private static IEnumerable<Fix> Compared(BinaryExpressionSyntax comparison, FixContext context)
    {
        var isLeft = comparison.Left is not LiteralExpressionSyntax;
        var (measured, limit) = isLeft ? (comparison.Left, comparison.Right) : (comparison.Right, comparison.Left);
        if (measured is LiteralExpressionSyntax || context.TypeOf(measured) is not { } type)
            yield break;
        var isLower = comparison.Kind() is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression == isLeft;
        foreach (var (other, weight) in Limits(limit, type, context))
        {
            yield return Fix.Replace(comparison, $"{comparison} && {measured} {(isLower ? "<=" : ">=")} {other}", weight);
            yield return Fix.Replace(comparison, $"({comparison} || {measured} {(isLower ? "<" : ">")} {other})", weight * 0.5);
        }
    }

    private static IEnumerable<Fix> Matched(RelationalPatternSyntax pattern, FixContext context)
    {
        if (context.TypeOf(pattern.Expression) is not { } type)
            yield break;
        // What is below one limit or above the other is refused; what is between them is taken.
        var isLower = pattern.OperatorToken.Text[0] == '>';
        foreach (var (other, weight) in Limits(pattern.Expression, type, context))
        {
            yield return Fix.Replace(pattern, $"{pattern} and {(isLower ? "<=" : ">=")} {other}", weight);
            yield return Fix.Replace(pattern, $"{pattern} or {(isLower ? "<" : ">")} {other}", weight);
        }
    }

    /// <summary>Other limits: constants beside the one that is there, then numbers of the clause and of the failing test.</summary>
    private static IEnumerable<(string Text, double Weight)> Limits(ExpressionSyntax limit, ITypeSymbol type, FixContext context)
    {
        if (type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double))
            return [];
        var constants = context.SymbolOf(limit) is IFieldSymbol { HasConstantValue: true } own
            ? own.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue && field.Name != own.Name && SymbolEqualityComparer.Default.Equals(field.Type, own.Type))
                .Select(field => (field.ToMinimalDisplayString(context.Model, limit.SpanStart, SymbolDisplayFormat.MinimallyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.None)), 1d))
            : [];
        var suffix = type.SpecialType == SpecialType.System_Decimal ? "m" : "";
        var numbers = context.Facts.Numbers.Select(number => (number, 0.8)).Concat(context.Facts.TestNumbers.Select(number => (number, 0.4)))
            .Where(number => suffix.Length > 0 || !number.Item1.Contains('.', StringComparison.Ordinal)).Take(Most)
            .Select(number => (number.Item1 + suffix, number.Item2));
        return constants.Concat(numbers).Where(other => other.Item1 != limit.ToString());
    }
}
