using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Arithmetic;

/// <summary>Whole numbers are divided where a fraction is wanted.</summary>
internal sealed class CastBeforeDivisionIsForgotten : Mutator<CastExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "cast-before-division-is-forgotten",
        Mistake: "A division drops the fraction, because both sides are whole.",
        Class: BugClass.Arithmetic,
        Before: "return (double)hits / tries;",
        After: "return hits / tries;")
    {
        Signature = "public double Rate(int hits, int tries)",
        LeavesAlone =
        [
            "return (double)hits * tries;",
            "return (double)hits / 2.0;",
            "return (double)Math.Round(hits * 1.5m) / tries;",
        ],
    };

    protected override IEnumerable<Slip> At(CastExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division
            && model.TypeOf(node.Expression).IsWhole()
            && !model.TypeOf(node).IsWhole()
            && model.TypeOf(division.Left == node ? division.Right : division.Left).IsWhole())
            yield return new(TextSpan.FromBounds(node.SpanStart, node.Expression.SpanStart), "");
    }
}
