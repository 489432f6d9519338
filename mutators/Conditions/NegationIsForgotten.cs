using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Conditions;

/// <summary>A condition lost its negation.</summary>
internal sealed class NegationIsForgotten : Mutator<PrefixUnaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "negation-is-forgotten",
        Mistake: "A condition tests the opposite of what it means.",
        Class: BugClass.Condition,
        Before: "if (!ready) return;",
        After: "if (ready) return;")
    {
        Signature = "public void Send(bool ready, string? name)",
        LeavesAlone =
        [
            "if (ready) return;",
            "if (!string.IsNullOrEmpty(name)) Console.WriteLine(name.Length);",
        ],
    };

    protected override IEnumerable<Slip> At(PrefixUnaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression) && !Declared.Variables(node) && !Nulls.Guards(node.Operand, model))
            yield return new(node.OperatorToken.Span, "");
    }
}
