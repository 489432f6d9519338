using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Literals;

/// <summary>A zero is missing or too many.</summary>
internal sealed class FactorIsOffByTen : Mutator<LiteralExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "factor-is-off-by-ten",
        Mistake: "A number is ten times too large or too small.",
        Class: BugClass.Literal,
        Before: "return net * 0.05m;",
        After: "return net * 0.5m;")
    {
        Repeats = true,
        Signature = "public decimal Tax(decimal net)",
        LeavesAlone =
        [
            "return net * 0.5m;",
            "return net * 7;",
            "return net * 10;",
        ],
    };

    protected override IEnumerable<Slip> At(LiteralExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = node.Token.Text;
        if (!node.IsKind(SyntaxKind.NumericLiteralExpression) || text.Contains('_', StringComparison.Ordinal) || text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            yield break;
        if (text.StartsWith("0.0", StringComparison.Ordinal) && text.Length > 3)
            yield return new(new(node.SpanStart + 2, 1), "") { Confuses = text };
        // A one for a ten is no zero that got lost: nobody multiplies, counts or compares with it.
        else if (node.Token.Value is int and > 10 && text.EndsWith('0'))
            yield return new(new(node.Span.End - 1, 1), "") { Confuses = text };
    }
}
