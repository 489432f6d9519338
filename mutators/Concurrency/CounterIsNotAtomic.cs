using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Concurrency;

/// <summary>Two threads count one.</summary>
internal sealed class CounterIsNotAtomic : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "counter-is-not-atomic",
        Mistake: "A shared counter is counted up in two steps.",
        Class: BugClass.DotNetSemantics,
        Before: "Interlocked.Increment(ref _count);",
        After: "_count++;")
    {
        Members = "private int _count; public int Count => Volatile.Read(ref _count);",
        Signature = "public void Hit()",
        Traits = [ProductionTrait.Concurrency],
        LeavesAlone =
        [
            "_count++;",
            "var now = Interlocked.Increment(ref _count); Console.WriteLine(now);",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Parent: ExpressionStatementSyntax, ArgumentList.Arguments: [{ Expression: var counter }, ..] }
            && Invoked.Method(node, model) is { Name: "Increment" or "Decrement" } method && method.ContainingType.Is("System.Threading.Interlocked"))
            yield return new(node.Span, counter + (method.Name == "Increment" ? "++" : "--"));
    }
}
