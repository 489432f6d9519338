using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Conditions;

/// <summary>The loop goes on where it should end.</summary>
internal sealed class ContinueInsteadOfBreak : Mutator<BreakStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "continue-instead-of-break",
        Mistake: "A search goes on after it has found what it looked for.",
        Class: BugClass.Condition,
        Before: "foreach (var item in items) { if (item < 0) break; Console.WriteLine(item); }",
        After: "foreach (var item in items) { if (item < 0) continue; Console.WriteLine(item); }")
    {
        Signature = "public void Print(int[] items)",
        LeavesAlone =
        [
            "while (true) { if (items.Length > 0) break; }",
            "foreach (var item in items) { switch (item) { case 0: break; } }",
            "if (items.Length > 1) { foreach (var item in items) { Console.WriteLine(item); break; } }",
        ],
    };

    protected override IEnumerable<Slip> At(BreakStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        // In a while loop it might never end, and a last statement that continues does nothing.
        var loop = node.Ancestors().First(IsBreakable);
        if (loop is CommonForEachStatementSyntax or ForStatementSyntax { Condition: not null }
            && node.FirstAncestorOrSelf<IfStatementSyntax>() is { } branch
            && loop.Span.Contains(branch.Span))
            yield return new(node.BreakKeyword.Span, "continue");
    }

    private static bool IsBreakable(SyntaxNode node) =>
        node is SwitchStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
}
