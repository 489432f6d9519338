using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>What is done where nothing is there: one side of <c>??</c> alone or the sides exchanged, and a dot that minds null.</summary>
internal sealed class NullPattern : FixPattern
{
    public override double Prior => 0.5;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        switch (node)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                yield return Fix.Replace(coalesce, coalesce.Left.ToString(), 0.6);
                yield return Fix.Replace(coalesce, coalesce.Right.ToString(), 0.6);
                yield return Fix.Swap(coalesce.Left, coalesce.Right, 0.6);
                break;
            case ConditionalAccessExpressionSyntax access:
                yield return Fix.Replace(access, $"{access.Expression}{access.WhenNotNull}", 0.5);
                break;
            case MemberAccessExpressionSyntax access when context.TypeOf(access.Expression) is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }:
                yield return Fix.Replace(access.OperatorToken, "?.", 0.5);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when node.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax && context.TypeOf(node)?.SpecialType == SpecialType.System_String:
                yield return Fix.Replace(node, $"{node} ?? \"\"", 0.3);
                break;
        }
    }
}
