using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A key that stays the same is not made by chance.</summary>
internal sealed partial class SameKey : Convention
{
    public override ConventionCard Card { get; } = new(
        "All tries carry the same key, or a key depends on nothing else than what is stated.",
        "The code that it is about makes no GUID and draws no number, unless the spec speaks of chance.",
        "## Order sender\n\n- **R-1** All tries for one order must carry the same key.",
        "class OrderSender { void Send(string order, string key, Action<string, string> post) { for (var i = 0; i < 3; i++) post(order, Guid.NewGuid().ToString()); } }",
        "class OrderSender { void Send(string order, string key, Action<string, string> post) { for (var i = 0; i < 3; i++) post(order, key); } }")
    {
        LeftAlone = ["class Ticket { string Number() => Guid.NewGuid().ToString(); }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        if (Chance().IsMatch(spec.Text))
            yield break;
        foreach (var clause in spec.Clauses.Where(clause => Words().IsMatch(clause.Words)))
        {
            foreach (var call in Links.TypesOf(clause, code).SelectMany(code.DeclarationsOf).SelectMany(type => type.DescendantNodes().OfType<InvocationExpressionSyntax>()))
            {
                if (code.SymbolOf(call) is not IMethodSymbol { ContainingType: { Name: "Guid" or "Random" or "RandomNumberGenerator" } type } method || (type.Name == "Guid" && method.Name is not ("NewGuid" or "CreateVersion7")))
                    continue;
                var whole = call.Ancestors().OfType<ExpressionSyntax>().TakeWhile(node => node is MemberAccessExpressionSyntax or InvocationExpressionSyntax).LastOrDefault(node => code.TypeOf(node)?.SpecialType == SpecialType.System_String) ?? call;
                yield return code.At(call, this, clause, $"'{whole}' is another each time.", [.. Named(whole, code, clause)]);
            }
        }
    }

    /// <summary>A parameter or local of the type whose name the clause has.</summary>
    private static IEnumerable<IReadOnlyList<TextChange>> Named(ExpressionSyntax value, ProductCode code, StatedClause clause)
    {
        var (type, words) = (code.TypeOf(value), Wording.Of(clause.Words));
        return code.ModelOf(value).LookupSymbols(value.SpanStart).Where(symbol => symbol is IParameterSymbol parameter && Same(parameter.Type, type) || symbol is ILocalSymbol local && Same(local.Type, type) && local.Locations[0].SourceSpan.End < value.SpanStart)
            .Where(symbol => Wording.Shared(Wording.Of(symbol.Name), words) > 0).Select(symbol => (IReadOnlyList<TextChange>)[new TextChange(value.Span, symbol.Name)]);
    }

    private static bool Same(ITypeSymbol one, ITypeSymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    [GeneratedRegex(@"\bsame (idempotency )?(key|id|identifier|token|number)\b|\bdepends? on\b[^.;]*\bnothing else\b|\bidempotency key\b|\bdeterministic\b|\breproducible\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"\brandom|\bGUID\b|\bUUID\b|\bunpredictable\b|\bby chance\b|\bjitter\b", RegexOptions.IgnoreCase)]
    private static partial Regex Chance();
}
