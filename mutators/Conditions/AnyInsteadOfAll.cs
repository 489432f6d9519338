using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Conditions;

/// <summary>Any is called where all must match.</summary>
internal sealed class AnyInsteadOfAll : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "any-instead-of-all",
        Mistake: "One item that matches is taken for all of them.",
        Class: BugClass.Condition,
        Before: "return prices.All(price => price > 0);",
        After: "return prices.Any(price => price > 0);")
    {
        Signature = "public bool AreValid(List<decimal> prices)",
        LeavesAlone = ["return prices.Any();"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) == "All" && Invoked.Name(node) is { } name)
            yield return new(name.Span, "Any");
    }
}
