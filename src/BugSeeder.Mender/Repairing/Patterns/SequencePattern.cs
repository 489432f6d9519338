using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>A step of a query that is missing: each once, a snapshot, another order; and the condition that a question about a sequence has lost.</summary>
internal sealed class SequencePattern : FixPattern
{
    private const int Most = 24;
    private const int MostOrders = 6;
    private static readonly (string Step, double Weight)[] Steps = [(".Distinct()", 1), (".ToList()", 0.8), (".ToArray()", 0.8), (".Reverse()", 0.5), (".Order()", 0.5), (".OrderDescending()", 0.3)];
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal) { "Any", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "Count" };

    public override double Prior => 0.55;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access, ArgumentList.Arguments.Count: 0 } question && Questions.Contains(name) && ElementOf(context.TypeOf(access.Expression)) is { } asked)
        {
            foreach (var (condition, weight) in Conditions(asked, context).Take(Most))
                yield return new([new(new(question.ArgumentList.OpenParenToken.Span.End, 0), condition)], weight);
        }

        if (node is not ExpressionSyntax sequence || sequence is LiteralExpressionSyntax or ImplicitArrayCreationExpressionSyntax || ElementOf(context.TypeOf(sequence)) is not { } element || !IsWhole(sequence))
            yield break;
        var written = sequence is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax ? sequence.ToString() : $"({sequence})";
        foreach (var (step, weight) in Steps.Where(step => !written.EndsWith(step.Step, StringComparison.Ordinal)))
            yield return Fix.Replace(sequence, written + step, weight);
        foreach (var property in Readable(element).Where(property => IsOrdered(property.Type)).Take(MostOrders))
            yield return Fix.Replace(sequence, $"{written}.OrderBy(each => each.{property.Name})", 0.7);
        foreach (var (condition, weight) in Conditions(element, context).Take(Most))
            yield return Fix.Replace(sequence, $"{written}.Where({condition})", weight * 0.6);
    }

    /// <summary>What is a sequence of values: a text is none here.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        null or { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.ElementType,
        _ => type.AllInterfaces.Prepend(type).OfType<INamedTypeSymbol>().FirstOrDefault(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
    };

    private static IEnumerable<IPropertySymbol> Readable(ITypeSymbol element) =>
        element.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic && !property.IsIndexer && property.DeclaredAccessibility == Accessibility.Public);

    private static bool IsOrdered(ITypeSymbol type) => type.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_String) && type.TypeKind != TypeKind.Enum
        && type.AllInterfaces.Any(face => face is { Name: "IComparable", TypeArguments: [var other] } && SymbolEqualityComparer.Default.Equals(other, type));

    private static bool IsWhole(ExpressionSyntax expression) => expression.Parent switch
    {
        ForEachStatementSyntax loop => loop.Expression == expression,
        ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or LambdaExpressionSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == expression,
        MemberAccessExpressionSyntax access => access.Expression == expression && access.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    /// <summary>Conditions on an element: those that the file has elsewhere, then what its properties can be asked.</summary>
    private static IEnumerable<(string Text, double Weight)> Conditions(ITypeSymbol element, FixContext context)
    {
        foreach (var known in context.Root.DescendantNodes().OfType<SimpleLambdaExpressionSyntax>()
            .Where(lambda => lambda.ExpressionBody is { } body && context.TypeOf(body)?.SpecialType == SpecialType.System_Boolean && context.Model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { Parameters: [{ Type: var taken }] } && SymbolEqualityComparer.Default.Equals(taken, element))
            .Select(lambda => lambda.ToString()).Distinct(StringComparer.Ordinal))
            yield return (known, 0.9);
        if (element is { IsReferenceType: true })
            yield return ("each => each is not null", 0.3);
        foreach (var property in Readable(element))
        {
            var read = $"each.{property.Name}";
            if (property.Type.SpecialType == SpecialType.System_Boolean)
            {
                yield return ($"each => {read}", 0.6);
                yield return ($"each => !{read}", 0.6);
            }
            else if (property.Type.IsNullable() || property.Type.IsReferenceType)
            {
                yield return ($"each => {read} is null", 0.5);
                yield return ($"each => {read} is not null", 0.5);
            }
            else if (property.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double)
            {
                foreach (var comparison in (string[])["<", ">", "<=", ">="])
                    yield return ($"each => {read} {comparison} 0", 0.4);
            }
            else if (property.Type.TypeKind == TypeKind.Enum)
            {
                foreach (var member in property.Type.GetMembers().OfType<IFieldSymbol>())
                    yield return ($"each => {read} == {member.ToMinimalDisplayString(context.Model, 0)}", 0.3);
            }
        }
    }
}
