using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>Whoever waits to be told is not.</summary>
internal sealed class NotificationIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "notification-is-forgotten",
        Mistake: "Something happens, and those who want to know are not told.",
        Class: BugClass.Omission,
        Before: "_sum += amount; Changed?.Invoke(this, EventArgs.Empty);",
        After: "_sum += amount;")
    {
        Repeats = true,
        Members = "private decimal _sum; public decimal Sum => _sum; public event EventHandler? Changed; public void Touch() => Changed?.Invoke(this, EventArgs.Empty);",
        Signature = "public void Book(decimal amount)",
        Traits = [ProductionTrait.Observability],
        LeavesAlone = ["_sum += amount; Console.WriteLine(_sum);"],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Tells(node.Expression, model) && !Declared.Variables(node) && !Declared.Awaits(node) && Removal.Of(node) is { } gone)
            yield return gone;
    }

    private static bool Tells(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ConditionalAccessExpressionSyntax { Expression: var source } => model.SymbolOf(source) is IEventSymbol,
        InvocationExpressionSyntax call => Invoked.Method(call, model) is { } method
            && (Wording.Announces(method.Name) || (method.MethodKind == MethodKind.DelegateInvoke && model.SymbolOf(call.Expression) is IEventSymbol)),
        _ => false,
    };
}
