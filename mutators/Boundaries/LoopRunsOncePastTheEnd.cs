using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Boundaries;

/// <summary>A loop visits one element too many.</summary>
internal sealed class LoopRunsOncePastTheEnd : Mutator<ForStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "loop-runs-once-past-the-end",
        Mistake: "A loop's bound includes the length that it should stop before.",
        Class: BugClass.Arithmetic,
        Before: "for (var i = 0; i < count; i++) Console.WriteLine(i);",
        After: "for (var i = 0; i <= count; i++) Console.WriteLine(i);")
    {
        Signature = "public void Print(int count)",
        LeavesAlone =
        [
            "for (var i = 9; i > count; i--) Console.WriteLine(i);",
            "while (count < 3) count++;",
        ],
    };

    protected override IEnumerable<Slip> At(ForStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Condition is BinaryExpressionSyntax { OperatorToken: { RawKind: (int)SyntaxKind.LessThanToken } less })
            yield return new(less.Span, "<=");
    }
}
