using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Arguments in another order, one less, or one more that an overload takes: a mode of rounding, a way to compare, a culture, something in sight.</summary>
internal sealed class ArgumentPattern : FixPattern
{
    private static readonly Dictionary<string, string[]> Usual = new(StringComparer.Ordinal)
    {
        ["System.StringComparison"] = ["System.StringComparison.OrdinalIgnoreCase", "System.StringComparison.Ordinal"],
        ["System.IFormatProvider"] = ["System.Globalization.CultureInfo.InvariantCulture"],
        ["System.Globalization.CultureInfo"] = ["System.Globalization.CultureInfo.InvariantCulture"],
        ["System.StringComparer"] = ["System.StringComparer.OrdinalIgnoreCase", "System.StringComparer.Ordinal"],
        ["System.Collections.Generic.IEqualityComparer<string>"] = ["System.StringComparer.OrdinalIgnoreCase", "System.StringComparer.Ordinal"],
        ["System.Collections.Generic.IComparer<string>"] = ["System.StringComparer.Ordinal", "System.StringComparer.OrdinalIgnoreCase"],
    };

    /// <summary>Whether a parameter may be null says nothing of what is handed to it.</summary>
    private static readonly SymbolDisplayFormat Bare = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public override double Prior => 0.7;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        var list = node switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax { ArgumentList: { } given } => given,
            ConstructorInitializerSyntax initializer => initializer.ArgumentList,
            _ => null,
        };
        if (list is null || (context.SymbolOf(node) ?? context.Model.GetSymbolInfo(node).CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
            return [];
        return Swapped(list, context).Concat(More(list, method, context)).Concat(Fewer(list, method));
    }

    private static IEnumerable<Fix> Swapped(ArgumentListSyntax list, FixContext context)
    {
        for (var one = 0; one < list.Arguments.Count; one++)
        {
            for (var other = one + 1; other < list.Arguments.Count; other++)
            {
                var (left, right) = (list.Arguments[one], list.Arguments[other]);
                if (left.ToString() != right.ToString() && context.TypeOf(left.Expression) is { } type && SymbolEqualityComparer.Default.Equals(type, context.TypeOf(right.Expression)))
                    yield return Fix.Swap(left.Expression, right.Expression, other == one + 1 ? 1 : 0.6);
            }
        }
    }

    private static IEnumerable<Fix> More(ArgumentListSyntax list, IMethodSymbol method, FixContext context)
    {
        var takers = Overloads(method).Where(other => other.Parameters.Count == list.Arguments.Count + 1 || (other.IsOwn && other.Parameters.Count > list.Arguments.Count));
        var types = takers.Select(other => other.Parameters[list.Arguments.Count].Type).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);
        var before = list.Arguments.Count == 0 ? "" : ", ";
        foreach (var type in types)
        {
            foreach (var value in ValuesOf(type, list.SpanStart, context).Distinct(StringComparer.Ordinal).Take(8))
                yield return new([new(new(list.CloseParenToken.SpanStart, 0), before + value)], 0.6);
        }
    }

    /// <summary>What the methods of its name take, as they are called where it is: without the receiver of an extension, and with the types that the call gives.</summary>
    private static IEnumerable<(IReadOnlyList<IParameterSymbol> Parameters, bool IsOwn)> Overloads(IMethodSymbol method)
    {
        var whole = method.GetConstructedReducedFrom() ?? method;
        return whole.ContainingType.GetMembers(whole.Name).OfType<IMethodSymbol>().Select(other => (
            (IReadOnlyList<IParameterSymbol>)[.. (other.Arity > 0 && other.Arity == whole.Arity ? other.Construct([.. whole.TypeArguments]) : other).Parameters.Skip(method.ReducedFrom is null ? 0 : 1)],
            SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, whole.OriginalDefinition)));
    }

    private static IEnumerable<string> ValuesOf(ITypeSymbol type, int position, FixContext context) =>
        Usual.TryGetValue(type.ToDisplayString(Bare), out var usual) ? usual.Select(value => context.Model.GetSpeculativeSymbolInfo(position, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(Short(value)), SpeculativeBindingOption.BindAsExpression).Symbol is null ? value : Short(value))
        : type.TypeKind == TypeKind.Enum ? type.GetMembers().OfType<IFieldSymbol>().Select(member => member.ToMinimalDisplayString(context.Model, position))
        : context.VariablesAt(position).Where(variable => SymbolEqualityComparer.Default.Equals(variable.Type, type)).Select(variable => variable.Name)
            .Concat(type.SpecialType == SpecialType.System_Boolean ? ["true", "false"] : []);

    private static string Short(string value) => string.Join('.', value.Split('.')[^2..]);

    private static IEnumerable<Fix> Fewer(ArgumentListSyntax list, IMethodSymbol method)
    {
        var given = list.Arguments.Count;
        if (given == 0 || !Overloads(method).Any(other => other.Parameters.Count == given - 1 || (other.Parameters.Count >= given && other.Parameters[given - 1].IsOptional)))
            yield break;
        for (var index = 0; index < list.Arguments.Count; index++)
            yield return Fix.Replace(list, list.OpenParenToken + string.Join(", ", list.Arguments.Where((_, other) => other != index)) + list.CloseParenToken, 0.4);
    }
}
