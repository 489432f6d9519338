using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Conditions;

/// <summary>One of several cases is not thought of.</summary>
internal sealed class AlternativeIsForgotten : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "alternative-is-forgotten",
        Mistake: "A condition covers only some of the cases.",
        Class: BugClass.Condition,
        Before: "return Late || Damaged;",
        After: "return Late;")
    {
        Members = "public bool Late { get; set; } public bool Damaged { get; set; }",
        Signature = "public bool MustRefund(bool late, bool damaged)",
        LeavesAlone = ["return late && damaged;"],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!node.IsKind(SyntaxKind.LogicalOrExpression))
            yield break;
        if (!node.Left.IsKind(SyntaxKind.LogicalOrExpression) && MayGo(node.Left, model))
            yield return new(TextSpan.FromBounds(node.SpanStart, node.Right.SpanStart), "");
        if (MayGo(node.Right, model))
            yield return Removal.After(node.Left, node);
    }

    private static bool MayGo(ExpressionSyntax part, SemanticModel model) =>
        !Declared.Variables(part) && !Nulls.Guards(part, model) && Declared.LeavesNoLocalUnused(part, model);
}
