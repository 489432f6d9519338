using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>
/// What is done where nothing is there: one side of <c>??</c> alone or the sides exchanged, a dot that minds null, and a value that only holds where something
/// that may be absent is absent.
/// </summary>
internal sealed class NullPattern : FixPattern
{
    public override double Prior => 0.5;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is ExpressionSyntax value)
        {
            foreach (var fix in Preferred(value, context))
                yield return fix;
        }

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
            case MemberAccessExpressionSyntax access when context.TypeOf(access.Expression) is { } type && (type.IsReferenceType || type.IsNullable()):
                yield return Fix.Replace(access.OperatorToken, "?.", 0.5);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when node.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax && context.TypeOf(node)?.SpecialType == SpecialType.System_String:
                yield return Fix.Replace(node, $"{node} ?? \"\"", 0.3);
                break;
        }
    }

    /// <summary>What is in sight and may be null, with the value in the place of null; what the member reads nowhere else first.</summary>
    private static IEnumerable<Fix> Preferred(ExpressionSyntax value, FixContext context)
    {
        if (value is LiteralExpressionSyntax or AssignmentExpressionSyntax or SwitchExpressionSyntax or BaseObjectCreationExpressionSyntax || !IsWhole(value) || context.TypeOf(value) is not { } type)
            yield break;
        var unread = context.UnreadAt(value).Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, given, isLocal) in context.VariablesAt(value.SpanStart))
        {
            if (isLocal && name != value.ToString() && MayBeAbsent(given, type))
                yield return Fix.Replace(value, $"{name} ?? {(value is ConditionalExpressionSyntax or LambdaExpressionSyntax ? $"({value})" : value)}", unread.Contains(name) ? 2 : given.IsReferenceType ? 0.4 : 1);
        }
    }

    private static bool MayBeAbsent(ITypeSymbol given, ITypeSymbol type) => given.IsNullable()
        ? SymbolEqualityComparer.Default.Equals(given.Present(), type)
        : given is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } && SymbolEqualityComparer.Default.Equals(given, type);

    private static bool IsWhole(ExpressionSyntax value) => value.Parent is EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax
        || (value.Parent is AssignmentExpressionSyntax assignment && assignment.Right == value)
        || (value.Parent is ArgumentSyntax { RefKindKeyword.RawKind: 0 });
}
