using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>A guard at the beginning of a member: one that its file has elsewhere, or one for the exception that the clause asks for.</summary>
internal sealed class GuardPattern : FixPattern
{
    public override double Prior => 0.6;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is not BlockSyntax { Parent: BaseMethodDeclarationSyntax method } block)
            yield break;
        var own = block.Statements.Select(statement => statement.ToString()).ToHashSet(StringComparer.Ordinal);
        var names = method.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        foreach (var guard in Guards(context).Where(guard => !own.Contains(guard.ToString()) && Speaks(guard, names)).DistinctBy(guard => guard.ToString()))
            yield return Insertion.Before(block, guard.ToString(), 0.9);
        foreach (var (condition, parameter, weight) in method.ParameterList.Parameters.SelectMany(parameter => Conditions(parameter, context)))
        {
            foreach (var exception in context.Facts.Exceptions)
                yield return Insertion.Before(block, Throwing(condition, exception, parameter), weight);
        }
    }

    private static IEnumerable<StatementSyntax> Guards(FixContext context) => context.Root.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement switch
    {
        IfStatementSyntax { Else: null, Statement: ThrowStatementSyntax or BlockSyntax { Statements: [ThrowStatementSyntax] } or ReturnStatementSyntax or BlockSyntax { Statements: [ReturnStatementSyntax] } } => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } => name.StartsWith("Throw", StringComparison.Ordinal),
        _ => false,
    });

    private static bool Speaks(StatementSyntax guard, HashSet<string> names) => guard.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));

    private static IEnumerable<(string Condition, string Parameter, double Weight)> Conditions(ParameterSyntax parameter, FixContext context)
    {
        var name = parameter.Identifier.ValueText;
        if (context.Model.GetDeclaredSymbol(parameter, context.CancellationToken) is not IParameterSymbol { Type: var type })
            yield break;
        if (type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double)
        {
            yield return ($"{name} < 0", name, 0.8);
            yield return ($"{name} <= 0", name, 0.7);
            foreach (var number in context.Facts.Numbers.Take(8))
            {
                var written = type.SpecialType == SpecialType.System_Decimal ? number + "m" : number;
                yield return ($"{name} < {written}", name, 0.4);
                yield return ($"{name} > {written}", name, 0.4);
            }
        }
        else if (type.SpecialType == SpecialType.System_String)
        {
            yield return ($"string.IsNullOrWhiteSpace({name})", name, 0.7);
            yield return ($"string.IsNullOrEmpty({name})", name, 0.5);
        }
        else if (type.Name == "TimeSpan")
        {
            yield return ($"{name} <= System.TimeSpan.Zero", name, 0.6);
            yield return ($"{name} < System.TimeSpan.Zero", name, 0.6);
        }

        if (type.IsReferenceType)
            yield return ($"{name} is null", name, 0.7);
        foreach (var condition in Collections(parameter, type, context))
            yield return (condition, name, 0.5);
    }

    /// <summary>What a collection must not have, and where one of the type has the parameter, or a property of it, already.</summary>
    private static IEnumerable<string> Collections(ParameterSyntax parameter, ITypeSymbol type, FixContext context)
    {
        var name = parameter.Identifier.ValueText;
        if (type.GetMembers().Concat(type.AllInterfaces.SelectMany(face => face.GetMembers())).OfType<IPropertySymbol>().FirstOrDefault(property => property.Name is "Count" or "Length") is { } size && type.SpecialType != SpecialType.System_String)
            yield return $"{name}.{size.Name} == 0";
        var values = type.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic && !property.IsIndexer && property.DeclaredAccessibility == Accessibility.Public)
            .Select(property => (Text: $"{name}.{property.Name}", property.Type)).Prepend((Text: name, Type: type)).ToList();
        foreach (var (field, kept, isLocal) in context.VariablesAt(((BaseMethodDeclarationSyntax)parameter.Parent!.Parent!).Body!.OpenBraceToken.Span.End).Where(variable => variable.Type is INamedTypeSymbol { IsGenericType: true }))
        {
            if (isLocal || kept is not INamedTypeSymbol { TypeArguments: [var key, ..] })
                continue;
            foreach (var (text, _) in values.Where(value => SymbolEqualityComparer.Default.Equals(value.Type, key)))
            {
                var asks = kept.GetMembers().Concat(kept.AllInterfaces.SelectMany(face => face.GetMembers())).Any(member => member.Name == "ContainsKey") ? "ContainsKey" : "Contains";
                yield return $"{field}.{asks}({text})";
                yield return $"!{field}.{asks}({text})";
            }
        }
    }

    private static string Throwing(string condition, string exception, string parameter) => exception.Split('.')[^1] switch
    {
        "ArgumentNullException" or "ArgumentOutOfRangeException" => $"if ({condition})\n    throw new {exception}(nameof({parameter}));",
        "ArgumentException" => $"if ({condition})\n    throw new {exception}(\"The value is not allowed.\", nameof({parameter}));",
        _ => $"if ({condition})\n    throw new {exception}(\"The value is not allowed.\");",
    };
}
