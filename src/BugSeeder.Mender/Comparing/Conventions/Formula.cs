using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A sum that a clause states in words is made of what the words name.</summary>
internal sealed partial class Formula : Convention
{
    public override ConventionCard Card { get; } = new(
        "A member is stated as the sum or difference of others: `Total` must be the price plus postage.",
        "Its expression uses the members that the words name, and no other in the place of one.",
        "- **R-1** `Total` must be the net price plus postage less the rebate.",
        "class Order { decimal NetPrice; decimal GrossPrice; decimal Postage; decimal Rebate; public decimal Total => GrossPrice + Postage - Rebate; }",
        "class Order { decimal NetPrice; decimal GrossPrice; decimal Postage; decimal Rebate; public decimal Total => NetPrice + Postage - Rebate; }")
    {
        LeftAlone = ["class Order { decimal NetPrice; decimal Postage; decimal Rebate; decimal Sum; public decimal Total { get { var all = NetPrice + Postage; return all - Rebate; } } }", "class Bag { decimal Weight; public decimal Total => Weight; }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        foreach (var clause in spec.Clauses)
        {
            foreach (Match stated in Stated().Matches(clause.Text))
            {
                var terms = Sign().Split(stated.Groups["terms"].Value).Select(Wording.Of).ToList();
                if (terms.Count < 2)
                    continue;
                foreach (var property in code.All<PropertyDeclarationSyntax>().Where(property => property.Identifier.ValueText == stated.Groups["name"].Value && property.ExpressionBody is not null))
                {
                    if (Departure(property, terms, clause, code) is { } departure)
                        yield return departure;
                }
            }
        }
    }

    private CodeDeparture? Departure(PropertyDeclarationSyntax property, List<IReadOnlySet<string>> terms, StatedClause clause, ProductCode code)
    {
        var type = code.ModelOf(property).GetDeclaredSymbol(property, code.CancellationToken)!.ContainingType;
        var members = type.GetMembers().Where(member => member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false } && member.Name != property.Identifier.ValueText).ToList();
        var meant = terms.Select(term => members.Where(member => Wording.Of(member.Name) is { Count: > 0 } words && Wording.Shared(words, term) is var shared && shared > 0 && shared >= Math.Min(words.Count, term.Count))
            .OrderByDescending(member => Wording.Shared(Wording.Of(member.Name), term)).ThenBy(member => member.Name.Length).FirstOrDefault()).ToList();
        if (meant.Contains(null))
            return null;
        var used = property.ExpressionBody!.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name).Select(name => (Node: name, Symbol: code.SymbolOf(name))).Where(name => name.Symbol is not null && members.Contains(name.Symbol, SymbolEqualityComparer.Default)).ToList();
        var missing = meant.OfType<ISymbol>().Where(member => !used.Exists(name => SymbolEqualityComparer.Default.Equals(name.Symbol, member))).ToList();
        var extra = used.Where(name => !meant.Contains(name.Symbol, SymbolEqualityComparer.Default)).ToList();
        return missing is [var only] && extra is [var other] && used.Count == meant.Count
            ? code.At(property, this, clause, $"'{property.Identifier.ValueText}' is made of '{other.Node}' where '{only.Name}' is stated.", [new TextChange(other.Node.Span, only.Name)])
            : null;
    }

    [GeneratedRegex(@"`(?<name>[A-Z]\w*)`\s+(must be |is )?(?<terms>(the )?[^`;.]*?\b(plus|less|minus)\b[^`;.,]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Stated();

    [GeneratedRegex(@"\b(?:plus|less|minus)\b")]
    private static partial Regex Sign();
}
