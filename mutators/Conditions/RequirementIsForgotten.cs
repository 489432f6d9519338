using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Conditions;

/// <summary>One of several requirements is not asked for.</summary>
internal sealed class RequirementIsForgotten : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "requirement-is-forgotten",
        Mistake: "A condition asks for only some of what must hold.",
        Class: BugClass.Condition,
        Before: "return Paid && Packed;",
        After: "return Paid;")
    {
        Repeats = true,
        Members = "public bool Paid { get; set; } public bool Packed { get; set; }",
        Signature = "public bool CanShip(bool paid, bool packed, string? name)",
        LeavesAlone =
        [
            "return paid || packed;",
            "return name is { Length: > 0 } known && known[0] == 'x';",
        ],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!node.IsKind(SyntaxKind.LogicalAndExpression))
            yield break;
        if (!node.Left.IsKind(SyntaxKind.LogicalAndExpression) && MayGo(node.Left, model))
            yield return new(TextSpan.FromBounds(node.SpanStart, node.Right.SpanStart), "");
        if (MayGo(node.Right, model))
            yield return Removal.After(node.Left, node);
    }

    private static bool MayGo(ExpressionSyntax part, SemanticModel model) =>
        !Declared.Variables(part) && !Nulls.Guards(part, model) && Declared.LeavesNoLocalUnused(part, model);
}
