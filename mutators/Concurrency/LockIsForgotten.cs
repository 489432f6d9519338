using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Concurrency;

/// <summary>Two threads work on the same data at once.</summary>
internal sealed class LockIsForgotten : Mutator<LockStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "lock-is-forgotten",
        Mistake: "What only one thread may do at a time is done without the lock.",
        Class: BugClass.DotNetSemantics,
        Before: "lock (_gate) { _sum += amount; }",
        After: "_sum += amount;")
    {
        Members = "private readonly object _gate = new(); private decimal _sum; public decimal Sum { get { lock (_gate) { return _sum; } } }",
        Signature = "public void Add(decimal amount)",
        Traits = [ProductionTrait.Concurrency],
        LeavesAlone =
        [
            "_sum += amount;",
            "lock (_gate) _sum += amount;",
        ],
    };

    protected override IEnumerable<Slip> At(LockStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Statement: BlockSyntax block, Parent: BlockSyntax around } && !Clashes(block, around) && Indentation.Unwrapped(block, node) is { } inside)
            yield return new(node.Span, inside);
    }

    /// <summary>Whether a local of the lock's block has a name that the code around uses too.</summary>
    private static bool Clashes(BlockSyntax block, BlockSyntax around) =>
        block.Statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(local => local.Declaration.Variables)
            .Any(local => around.DescendantTokens().Any(token => token.ValueText == local.Identifier.ValueText && !block.Span.Contains(token.Span)));
}
