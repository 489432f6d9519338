using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Another variable of the same type: a local or parameter first, then a field or property.</summary>
internal sealed class VariablePattern : FixPattern
{
    public override double Prior => 0.75;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is not IdentifierNameSyntax name || name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is NameColonSyntax or NameEqualsSyntax or InvocationExpressionSyntax or QualifiedNameSyntax or AttributeSyntax)
            return [];
        var type = context.SymbolOf(name) switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type is null ? [] : context.VariablesAt(name.SpanStart)
            .Where(variable => variable.Name != name.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(variable.Type, type))
            .Select(variable => Fix.Replace(name, variable.Name, variable.IsLocal ? 1 : 0.6));
    }
}
