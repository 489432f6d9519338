using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Another comparison: the other side of the boundary first, then the opposite.</summary>
internal sealed class ComparisonPattern : FixPattern
{
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["<"] = ["<=", ">", ">=", "!=", "=="],
        ["<="] = ["<", ">=", ">", "==", "!="],
        [">"] = [">=", "<", "<=", "!=", "=="],
        [">="] = [">", "<=", "<", "==", "!="],
        ["=="] = ["!=", ">=", "<=", ">", "<"],
        ["!="] = ["==", ">", "<", ">=", "<="],
    };

    public override double Prior => 1;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        var token = node switch
        {
            BinaryExpressionSyntax binary => binary.OperatorToken,
            RelationalPatternSyntax pattern => pattern.OperatorToken,
            _ => default,
        };
        if (!Others.TryGetValue(token.Text ?? "", out var others))
            return [];
        return others.Where(other => node is BinaryExpressionSyntax || other is not ("==" or "!=")).Select((other, rank) => Fix.Replace(token, other, rank switch { 0 => 1, 1 or 2 => 0.7, _ => 0.4 }));
    }
}
