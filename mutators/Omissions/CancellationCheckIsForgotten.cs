using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>Work goes on after it was cancelled.</summary>
internal sealed class CancellationCheckIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "cancellation-check-is-forgotten",
        Mistake: "Cancelling is not noticed here.",
        Class: BugClass.Omission,
        Before: "stop.ThrowIfCancellationRequested(); Work(stop);",
        After: "Work(stop);")
    {
        Repeats = true,
        Members = "private static void Work(CancellationToken stop) => Console.WriteLine(stop.CanBeCanceled);",
        Signature = "public void Run(CancellationToken stop)",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "Work(stop);",
            "ArgumentNullException.ThrowIfNull(this); Work(stop);",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is InvocationExpressionSyntax call
            && Invoked.Method(call, model) is { Name: "ThrowIfCancellationRequested" } method && method.ContainingType.Is("System.Threading.CancellationToken")
            && Removal.Of(node) is { } gone)
            yield return gone;
    }
}
