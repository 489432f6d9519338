using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>
/// One more condition: that something is there, something that is true or false of what is in sight, how two of those that it asks about compare, or a condition
/// that stands elsewhere in the file.
/// </summary>
internal sealed class ConditionPattern : FixPattern
{
    private const int Most = 20;

    public override double Prior => 0.4;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is not ExpressionSyntax condition || context.TypeOf(condition)?.SpecialType != SpecialType.System_Boolean || condition is LiteralExpressionSyntax or AssignmentExpressionSyntax)
            yield break;
        if (condition.Parent is not (IfStatementSyntax or WhileStatementSyntax or ConditionalExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax))
            yield break;
        foreach (var (more, weight) in More(condition, context))
        {
            yield return Fix.Replace(condition, $"{Bound(condition, isAnd: true)} && {more}", weight);
            yield return Fix.Replace(condition, $"{Bound(condition, isAnd: false)} || {more}", weight);
        }
    }

    private static IEnumerable<(string Text, double Weight)> More(ExpressionSyntax condition, FixContext context)
    {
        var used = condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, type, isLocal) in context.VariablesAt(condition.SpanStart))
        {
            if (type.SpecialType == SpecialType.System_Boolean && !used.Contains(name))
            {
                yield return (name, 0.6);
                yield return ("!" + name, 0.6);
            }
            else if (isLocal && (type.IsReferenceType || type.IsNullable()))
            {
                yield return ($"{name} is not null", 0.5);
            }
        }

        foreach (var comparison in Comparisons(used, context.VariablesAt(condition.SpanStart)))
            yield return (comparison, 0.5);
        foreach (var other in context.Conditions.Where(other => !condition.Span.Contains(other.Span) && !other.Span.Contains(condition.Span)).OrderBy(other => Math.Abs(other.SpanStart - condition.SpanStart)).Take(Most))
            yield return (other is BinaryExpressionSyntax ? $"({other})" : other.ToString(), 0.4);
    }

    /// <summary>How two variables of one type that the condition asks about compare.</summary>
    private static IEnumerable<string> Comparisons(HashSet<string> used, IReadOnlyList<(string Name, ITypeSymbol Type, bool IsLocal)> variables)
    {
        var asked = variables.Where(variable => variable.IsLocal && used.Contains(variable.Name) && HasLessThan(variable.Type)).ToList();
        foreach (var (one, other) in asked.SelectMany((one, at) => asked.Skip(at + 1).Where(other => SymbolEqualityComparer.Default.Equals(one.Type, other.Type)).Select(other => (one.Name, other.Name))))
        {
            foreach (var sign in (string[])["<", ">", "<=", ">="])
                yield return $"{one} {sign} {other}";
        }
    }

    private static bool HasLessThan(ITypeSymbol type) => type.Present() is var present
        && (present.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double || present.GetMembers("op_LessThan").Length > 0);

    private static string Bound(ExpressionSyntax condition, bool isAnd) =>
        condition is ConditionalExpressionSyntax or LambdaExpressionSyntax || (isAnd && condition.IsKind(SyntaxKind.LogicalOrExpression)) || (!isAnd && condition.IsKind(SyntaxKind.CoalesceExpression)) ? $"({condition})" : condition.ToString();
}
