using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>An event handler is never taken off.</summary>
internal sealed class UnsubscriptionIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "unsubscription-is-forgotten",
        Mistake: "An object goes on being told of what it no longer wants to know.",
        Class: BugClass.Omission,
        Before: "Stop(); _source.Changed -= OnChanged;",
        After: "Stop();")
    {
        Members = "public class Source { public event EventHandler? Changed; public void Raise() => Changed?.Invoke(this, EventArgs.Empty); } private readonly Source _source = new(); public Example() => _source.Changed += OnChanged; private int _count; public int Count => _count; private void OnChanged(object? sender, EventArgs e) => _count++; private static void Stop() => Console.WriteLine();",
        Signature = "public void Close()",
        Traits = [ProductionTrait.Resources],
        LeavesAlone =
        [
            "_source.Changed += OnChanged;",
            "_count -= 1;",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } assignment
            && model.SymbolOf(assignment.Left) is IEventSymbol
            && Removal.Of(node) is { } gone)
            yield return gone;
    }
}
