using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Conditions;

/// <summary>Or is written where and is meant.</summary>
internal sealed class OrInsteadOfAnd : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "or-instead-of-and",
        Mistake: "One of two requirements is enough.",
        Class: BugClass.Condition,
        Before: "return paid && packed;",
        After: "return paid || packed;")
    {
        Signature = "public bool CanShip(bool paid, bool packed, string? name)",
        LeavesAlone =
        [
            "return paid || packed;",
            "return name != null && name.Length > 0;",
        ],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.IsKind(SyntaxKind.LogicalAndExpression) && !Declared.Variables(node) && !Nulls.Guards(node, model))
            yield return new(node.OperatorToken.Span, "||");
    }
}
