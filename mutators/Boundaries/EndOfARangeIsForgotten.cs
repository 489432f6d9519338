using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Boundaries;

/// <summary>The last letter or item is taken too.</summary>
internal sealed class EndOfARangeIsForgotten : Mutator<RangeExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "end-of-a-range-is-forgotten",
        Mistake: "A range goes to the end instead of stopping before it.",
        Class: BugClass.Arithmetic,
        Before: "return text[1..^1];",
        After: "return text[1..];")
    {
        Signature = "public static string Inside(string text)",
        LeavesAlone =
        [
            "return text[1..];",
            "return text[..3];",
        ],
    };

    protected override IEnumerable<Slip> At(RangeExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { LeftOperand: not null, RightOperand: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } end })
            yield return new(end.Span, "");
    }
}
