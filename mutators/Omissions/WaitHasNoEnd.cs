using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A wait lasts as long as the other side likes.</summary>
internal sealed class WaitHasNoEnd : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "wait-has-no-end",
        Mistake: "A wait cannot be cancelled and has no time-out.",
        Class: BugClass.Omission,
        Before: "await work.WaitAsync(limit); return limit;",
        After: "await work; return limit;")
    {
        Signature = "public async Task<TimeSpan> Run(Task work, TimeSpan limit)",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone = ["await work; return limit;"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Expression: var task }
            && Invoked.Method(node, model) is { Name: "WaitAsync" } method && (method.ContainingType.Is("System.Threading.Tasks.Task") || method.ContainingType.Is("System.Threading.Tasks.Task`1")))
            yield return Removal.After(task, node);
    }
}
