using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A bound that is stated as excluded, or included, is.</summary>
internal sealed partial class HalfOpen : Convention
{
    public override ConventionCard Card { get; } = new(
        "A range excludes a bound that the clause names in code.",
        "No comparison with it takes it in.",
        "- **R-1** A shift must include `Start` and exclude `End`.",
        "class Shift { public int Start; public int End; bool Covers(int hour) => hour >= Start && hour <= End; }",
        "class Shift { public int Start; public int End; bool Covers(int hour) => hour >= Start && hour < End; }")
    {
        LeftAlone = ["class Shift { public int Start; public int End; bool IsEmpty => End <= Start; }", "class Other { public int End; bool Covers(int hour) => hour <= End; }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        foreach (var clause in spec.Clauses)
        {
            var excluded = Excluded().Matches(clause.Text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
            var included = Included().Matches(clause.Text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
            if (excluded.Count == 0 || included.Count == 0)
                continue;
            foreach (var comparison in code.All<BinaryExpressionSyntax>().Where(node => node.OperatorToken.Text is "<" or "<=" or ">" or ">="))
            {
                var (left, right) = (BoundOf(comparison.Left, code, excluded, included), BoundOf(comparison.Right, code, excluded, included));
                // Of a range that includes its lower bound and excludes its upper one, either bound goes with what is greater.
                if (left is null == right is null || (right is not null ? comparison.OperatorToken.Text is "<" or ">=" : comparison.OperatorToken.Text is ">" or "<="))
                    continue;
                yield return code.At(comparison, this, clause, $"'{comparison}' puts the bound '{left ?? right}' on the other side.", [new TextChange(comparison.OperatorToken.Span, comparison.OperatorToken.Text switch { "<" => "<=", "<=" => "<", ">" => ">=", _ => ">" })]);
            }
        }
    }

    /// <summary>A property or field that the clause names, of a type that has both bounds.</summary>
    private static string? BoundOf(ExpressionSyntax side, ProductCode code, HashSet<string> excluded, HashSet<string> included) =>
        side is IdentifierNameSyntax or MemberAccessExpressionSyntax && code.SymbolOf(side) is { ContainingType: { } type } symbol and (IPropertySymbol or IFieldSymbol) && (excluded.Contains(symbol.Name) || included.Contains(symbol.Name))
        && excluded.All(name => !type.GetMembers(name).IsEmpty) && included.All(name => !type.GetMembers(name).IsEmpty) ? symbol.Name : null;

    [GeneratedRegex(@"\bexcludes?\s+`(?<name>\w+)`|`(?<name>\w+)`\s+(is |be )?(exclusive|excluded)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Excluded();

    [GeneratedRegex(@"\bincludes?\s+`(?<name>\w+)`|`(?<name>\w+)`\s+(is |be )?(inclusive|included)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Included();
}
