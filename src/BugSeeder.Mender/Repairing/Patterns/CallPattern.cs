using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>A call that a value should go through, of those that the project puts values of its type through elsewhere; or one that it should not.</summary>
internal sealed class CallPattern : FixPattern
{
    private const int Most = 12;

    public override double Prior => 0.5;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is InvocationExpressionSyntax call && context.TypeOf(call) is { } given)
        {
            if (call.Expression is MemberAccessExpressionSyntax access && context.TypeOf(access.Expression) is { } receiver && context.Project.Compilation.ClassifyConversion(receiver, given).IsImplicit)
                yield return Fix.Replace(call, access.Expression.ToString(), 0.8);
            foreach (var argument in call.ArgumentList.Arguments.Where(argument => context.TypeOf(argument.Expression) is { } type && SymbolEqualityComparer.Default.Equals(type, given)))
                yield return Fix.Replace(call, argument.Expression.ToString(), 0.8);
        }

        if (node is not ExpressionSyntax expression || expression is LiteralExpressionSyntax or AssignmentExpressionSyntax or ThrowExpressionSyntax || !IsValue(expression) || context.TypeOf(expression) is not { } own)
            yield break;
        var written = expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax ? expression.ToString() : $"({expression})";
        var here = node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText + ".";
        foreach (var form in context.Calls[own.ToDisplayString()].Take(Most).Select(form => form.StartsWith(here, StringComparison.Ordinal) ? form[here.Length..] : form))
            yield return Fix.Replace(expression, form.Replace("{0}", form.StartsWith("{0}", StringComparison.Ordinal) ? written : expression.ToString(), StringComparison.Ordinal), 0.7);
    }

    private static bool IsValue(ExpressionSyntax expression) => expression.Parent switch
    {
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or LambdaExpressionSyntax or ForEachStatementSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == expression,
        BinaryExpressionSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression == expression && expression is not TypeSyntax { Parent: null },
        ConditionalExpressionSyntax => true,
        _ => false,
    };
}
