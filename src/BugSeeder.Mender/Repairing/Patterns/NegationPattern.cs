using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>The opposite of a condition: a negation taken away or put before it.</summary>
internal sealed class NegationPattern : FixPattern
{
    public override double Prior => 0.7;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        switch (node)
        {
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                yield return Fix.Replace(not, not.Operand.ToString());
                break;
            case UnaryPatternSyntax pattern:
                yield return Fix.Replace(pattern, pattern.Pattern.ToString());
                break;
            case IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax } tested:
                yield return Fix.Replace(tested.Pattern, tested.Pattern is BinaryPatternSyntax ? $"not ({tested.Pattern})" : $"not {tested.Pattern}");
                break;
            case InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression }
                when node.Parent is IfStatementSyntax or WhileStatementSyntax or ConditionalExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or BinaryExpressionSyntax or LambdaExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax
                    && context.TypeOf(node)?.SpecialType == SpecialType.System_Boolean:
                yield return Fix.Replace(node, node is BinaryExpressionSyntax ? $"!({node})" : $"!{node}", 0.8);
                break;
        }
    }
}
