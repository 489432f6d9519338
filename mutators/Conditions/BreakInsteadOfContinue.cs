using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Conditions;

/// <summary>The loop ends where it should go on.</summary>
internal sealed class BreakInsteadOfContinue : Mutator<ContinueStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "break-instead-of-continue",
        Mistake: "The first item to be skipped ends the whole loop.",
        Class: BugClass.Condition,
        Before: "foreach (var item in items) { if (item < 0) continue; Console.WriteLine(item); }",
        After: "foreach (var item in items) { if (item < 0) break; Console.WriteLine(item); }")
    {
        Signature = "public void Print(int[] items)",
        LeavesAlone = ["foreach (var item in items) { switch (item) { case 0: continue; } Console.WriteLine(item); }"],
    };

    protected override IEnumerable<Slip> At(ContinueStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Ancestors().First(IsBreakable) is CommonForEachStatementSyntax or ForStatementSyntax { Condition: not null })
            yield return new(node.ContinueKeyword.Span, "break");
    }

    private static bool IsBreakable(SyntaxNode node) =>
        node is SwitchStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
}
