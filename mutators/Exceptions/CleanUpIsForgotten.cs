using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>A step of the cleaning up is missing.</summary>
internal sealed class CleanUpIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "clean-up-is-forgotten",
        Mistake: "Something that must always be done at the end is not.",
        Class: BugClass.Exception,
        Before: "try { Save(); } finally { _open--; Close(); }",
        After: "try { Save(); } finally { _open--; }")
    {
        Members = "private int _open; public int Open => _open; private static void Save() => Console.WriteLine(); public static void Close() => Console.WriteLine();",
        Signature = "public void Run()",
        Traits = [ProductionTrait.Resources],
        LeavesAlone =
        [
            "try { Save(); } finally { Close(); }",
            "Save(); Close();",
            "var started = DateTime.UtcNow; try { Save(); } finally { _open--; Console.WriteLine(started); }",
            "try { Save(); } finally { _open = 0; Interlocked.Increment(ref _open); }",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: InvocationExpressionSyntax call, Parent: BlockSyntax { Statements.Count: > 1, Parent: FinallyClauseSyntax } }
            && !Declared.Writes(call)
            && Removal.Of(node) is { } gone
            && Declared.LeavesNoLocalUnused(node, model))
            yield return gone;
    }
}
