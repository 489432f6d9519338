using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Concurrency;

/// <summary>Whoever is told may come back for the same lock.</summary>
internal sealed class OthersAreCalledUnderTheLock : Mutator<LockStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "others-are-called-under-the-lock",
        Mistake: "Others are called while the lock is held, so that they may wait for each other.",
        Class: BugClass.DotNetSemantics,
        Before: "lock (_gate) { _sum += amount; } Tell(amount);",
        After: "lock (_gate) { _sum += amount; Tell(amount); }")
    {
        Members = "private readonly object _gate = new(); private decimal _sum; public decimal Sum { get { lock (_gate) { return _sum; } } } public event EventHandler? Changed; private void Tell(decimal amount) => Changed?.Invoke(amount, EventArgs.Empty);",
        Signature = "public void Add(decimal amount)",
        Traits = [ProductionTrait.Concurrency],
        LeavesAlone =
        [
            "lock (_gate) { _sum += amount; } amount = 0;",
            "lock (_gate) { return; }",
            "lock (_gate) { _sum += amount; return; } Tell(amount);",
            """lock (_gate) { _sum += amount; } decimal.TryParse("3", out var more); Tell(more);""",
        ],
    };

    protected override IEnumerable<Slip> At(LockStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Statement: BlockSyntax { Statements: [.., var last] } block, Parent: BlockSyntax around }
            && around.Statements.ElementAtOrDefault(around.Statements.IndexOf(node) + 1) is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or ConditionalAccessExpressionSyntax } next
            && !block.ContainsDirectives && !Declared.Variables(next)
            && Jumps.FallsThrough(block, model)
            && Removal.Of(next) is { } gone
            && Indentation.Beside(next, last) is { } moved)
            yield return new([new(new(last.Span.End, 0), Indentation.Behind(last) + moved), gone]);
    }
}
