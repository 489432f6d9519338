using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Concurrency;

/// <summary>The last step comes after the lock.</summary>
internal sealed class LockEndsTooEarly : Mutator<LockStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "lock-ends-too-early",
        Mistake: "The lock is given back before the change is complete.",
        Class: BugClass.DotNetSemantics,
        Before: "lock (_gate) { _count++; _sum += amount; }",
        After: "lock (_gate) { _count++; } _sum += amount;")
    {
        Members = "private readonly object _gate = new(); private decimal _sum; private int _count; public decimal Mean { get { lock (_gate) { return _sum / _count; } } }",
        Signature = "public void Add(decimal amount)",
        Traits = [ProductionTrait.Concurrency],
        LeavesAlone =
        [
            "lock (_gate) { _sum += amount; }",
            "lock (_gate) { var twice = amount * 2; _sum += twice; }",
            "lock (_gate) { throw new NotSupportedException(); _sum += amount; }",
        ],
    };

    protected override IEnumerable<Slip> At(LockStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Statement: BlockSyntax { Statements: { Count: > 1 } statements } block, Parent: BlockSyntax }
            && !block.ContainsDirectives
            && statements[^1] is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax or InvocationExpressionSyntax } last
            && !statements.Take(statements.Count - 1).Any(statement => Mentions(last, statement))
            && statements.Take(statements.Count - 1).All(statement => Jumps.FallsThrough(statement, model))
            && Removal.Of(last) is { } gone
            && Indentation.Beside(last, node) is { } moved)
            yield return new([gone, new(new(node.Span.End, 0), Indentation.Behind(node) + moved)]);
    }

    /// <summary>Whether a statement uses a local that another declares.</summary>
    private static bool Mentions(StatementSyntax statement, StatementSyntax other)
    {
        var declared = other.DescendantNodesAndSelf().Select(node => node switch
        {
            VariableDeclaratorSyntax local => local.Identifier.ValueText,
            SingleVariableDesignationSyntax local => local.Identifier.ValueText,
            _ => null,
        }).ToHashSet();
        return statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => declared.Contains(name.Identifier.ValueText));
    }
}
