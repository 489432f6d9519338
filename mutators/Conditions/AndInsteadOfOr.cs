using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Conditions;

/// <summary>And is written where or is meant.</summary>
internal sealed class AndInsteadOfOr : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "and-instead-of-or",
        Mistake: "Two cases must come together where either should do.",
        Class: BugClass.Condition,
        Before: "return late || damaged;",
        After: "return late && damaged;")
    {
        Signature = "public bool MustRefund(bool late, bool damaged, string? name)",
        LeavesAlone =
        [
            "return late && damaged;",
            "return name == null || name.Length > 9;",
        ],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.IsKind(SyntaxKind.LogicalOrExpression) && !Declared.Variables(node) && !Nulls.Guards(node, model))
            yield return new(node.OperatorToken.Span, "&&");
    }
}
