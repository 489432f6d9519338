using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>An expression of the same type that stands elsewhere in the same member or type, and a property of what is in sight.</summary>
internal sealed class ExpressionPattern : FixPattern
{
    private const int Most = 15;
    private const int Longest = 80;

    public override double Prior => 0.3;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is not ExpressionSyntax expression || expression is TypeSyntax and not IdentifierNameSyntax || expression.Parent is not (ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or BinaryExpressionSyntax or AssignmentExpressionSyntax or ConditionalExpressionSyntax))
            return [];
        if (expression.Parent is AssignmentExpressionSyntax assignment && assignment.Left == expression || context.TypeOf(expression) is not { SpecialType: not SpecialType.System_Boolean } type)
            return [];
        var here = FixContext.MemberAround(expression);
        var others = (expression.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.DescendantNodes() ?? []).OfType<ExpressionSyntax>()
            .Where(other => other is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or BinaryExpressionSyntax && other.Span.Length <= Longest && !other.Span.OverlapsWith(expression.Span))
            .Where(other => SymbolEqualityComparer.Default.Equals(context.TypeOf(other), type))
            .OrderByDescending(other => FixContext.MemberAround(other) == here).ThenBy(other => other.Span.Length)
            .Select(other => other.ToString());
        var members = context.VariablesAt(expression.SpanStart).Where(variable => variable.IsLocal).SelectMany(variable => variable.Type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => !property.IsStatic && !property.IsIndexer && SymbolEqualityComparer.Default.Equals(property.Type, type)).Select(property => $"{variable.Name}.{property.Name}"));
        return others.Concat(members).Distinct(StringComparer.Ordinal).Where(text => text != expression.ToString()).Take(Most)
            .Select(text => Fix.Replace(expression, expression.Parent is BinaryExpressionSyntax && text.Contains(' ', StringComparison.Ordinal) ? $"({text})" : text));
    }
}
