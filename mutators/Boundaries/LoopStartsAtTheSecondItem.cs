using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Boundaries;

/// <summary>A loop misses its first element.</summary>
internal sealed class LoopStartsAtTheSecondItem : Mutator<ForStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "loop-starts-at-the-second-item",
        Mistake: "A loop starts counting at one.",
        Class: BugClass.Arithmetic,
        Before: "for (var i = 0; i < count; i++) Console.WriteLine(i);",
        After: "for (var i = 1; i < count; i++) Console.WriteLine(i);")
    {
        Signature = "public void Print(int count)",
        LeavesAlone = ["for (var i = count; i > 0; i--) Console.WriteLine(i);"],
    };

    protected override IEnumerable<Slip> At(ForStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Declaration?.Variables is [{ Initializer.Value: LiteralExpressionSyntax { Token.Text: "0" } zero }])
            yield return new(zero.Span, "1");
    }
}
