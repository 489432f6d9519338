using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Boundaries;

/// <summary>A loop misses its last element.</summary>
internal sealed class LoopStopsOneShort : Mutator<ForStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "loop-stops-one-short",
        Mistake: "A loop's bound leaves out the last value.",
        Class: BugClass.Arithmetic,
        Before: "for (var day = 1; day <= days; day++) Console.WriteLine(day);",
        After: "for (var day = 1; day < days; day++) Console.WriteLine(day);")
    {
        Signature = "public void Print(int days)",
        LeavesAlone = ["for (var i = 0; i < days; i++) Console.WriteLine(i);"],
    };

    protected override IEnumerable<Slip> At(ForStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Condition is BinaryExpressionSyntax { OperatorToken: { RawKind: (int)SyntaxKind.LessThanEqualsToken } atMost })
            yield return new(atMost.Span, "<");
    }
}
