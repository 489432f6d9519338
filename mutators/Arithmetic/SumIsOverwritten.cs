using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Arithmetic;

/// <summary>A running total keeps its last item only.</summary>
internal sealed class SumIsOverwritten : Mutator<AssignmentExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "sum-is-overwritten",
        Mistake: "A value is set where it should be added.",
        Class: BugClass.Arithmetic,
        Before: "foreach (var price in prices) _total += price;",
        After: "foreach (var price in prices) _total = price;")
    {
        Members = "private decimal _total; public decimal Total => _total; private EventHandler? _changed = null; public void Raise() => _changed?.Invoke(this, EventArgs.Empty);",
        Signature = "public void Add(List<decimal> prices)",
        LeavesAlone =
        [
            "foreach (var price in prices) _total = price;",
            "_changed += (sender, e) => { };",
            "_total += prices.Count;",
            "EventHandler told = (sender, e) => { }; _changed += told;",
        ],
    };

    protected override IEnumerable<Slip> At(AssignmentExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.IsKind(SyntaxKind.AddAssignmentExpression)
            && model.TypeOf(node.Left) is { } type
            && (type.IsNumber() || type.IsString())
            && SymbolEqualityComparer.Default.Equals(type, model.TypeOf(node.Right)))
            yield return new(node.OperatorToken.Span, "=");
    }
}
