using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>After a failure, nobody cleans up.</summary>
internal sealed class CleanUpOnlyOnSuccess : Mutator<TryStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "clean-up-only-on-success",
        Mistake: "What must be done in any case is done only when all went well.",
        Class: BugClass.Exception,
        Before: "try { Save(); } finally { Close(); }",
        After: "Save(); Close();")
    {
        Members = "private static void Save() => Console.WriteLine(); private static void Close() => Console.WriteLine();",
        Signature = "public void Run()",
        Traits = [ProductionTrait.Resources],
        LeavesAlone =
        [
            "try { Save(); } catch (IOException) { Close(); }",
            "try { return; } finally { Close(); }",
        ],
    };

    protected override IEnumerable<Slip> At(TryStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Catches.Count: 0, Finally: { } end, Parent: BlockSyntax }
            && Indentation.Unwrapped(node.Block, node) is { } work && Indentation.Unwrapped(end.Block, node) is { } clean
            && InOrder(node, work, clean, model) is { } both)
            yield return new(node.Span, both);
    }

    /// <summary>The work and then the cleaning up; before a return of what is known by then.</summary>
    private static string? InOrder(TryStatementSyntax node, string work, string clean, SemanticModel model)
    {
        var between = Indentation.Between(node);
        if (Jumps.FallsThrough(node.Block, model))
            return work + between + clean;
        var jumps = node.Block.DescendantNodes().Where(inner => inner is ReturnStatementSyntax or ThrowStatementSyntax).ToList();
        return node.Block.Statements[^1] is ReturnStatementSyntax { Expression: IdentifierNameSyntax } last && jumps.Count == 1 && work.EndsWith(last.ToString(), StringComparison.Ordinal)
            ? work[..^last.ToString().Length] + clean + between + last
            : null;
    }
}
