using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>A call cannot be cancelled.</summary>
internal sealed class CancellationIsForgotten : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "cancellation-is-forgotten",
        Mistake: "The cancellation token is not passed on.",
        Class: BugClass.DotNetSemantics,
        Before: "stop.ThrowIfCancellationRequested(); return Get(id, stop);",
        After: "stop.ThrowIfCancellationRequested(); return Get(id, default);")
    {
        Repeats = true,
        Members = "private static Task<int> Get(int id, CancellationToken stop) => Task.FromResult(stop.IsCancellationRequested ? 0 : id);",
        Signature = "public Task<int> Load(int id, CancellationToken stop)",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "return Get(id, default);",
            "return Get(id, CancellationToken.None);",
            "using var source = new CancellationTokenSource(9); var soon = source.Token; return Get(id, soon);",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.TypeOf(node.Expression).Is("System.Threading.CancellationToken")
            && model.SymbolOf(node.Expression) is IParameterSymbol or ILocalSymbol or IFieldSymbol or IPropertySymbol { IsStatic: false }
            && Declared.LeavesNoLocalUnused(node, model))
            yield return new(node.Expression.Span, "default");
    }
}
