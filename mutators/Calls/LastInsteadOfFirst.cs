using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>The item at the wrong end is taken.</summary>
internal sealed class LastInsteadOfFirst : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "last-instead-of-first",
        Mistake: "Last is called for First, or First for Last.",
        Class: BugClass.WrongCall,
        Before: "return prices.First();",
        After: "return prices.Last();")
    {
        Signature = "public decimal Opening(IEnumerable<decimal> prices)",
        LeavesAlone = ["return prices.Max();"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) is { } called && Invoked.Name(node) is { } name && Other(called) is { } other)
            yield return new(name.Span, other);
    }

    private static string? Other(string name) => name switch
    {
        "First" => "Last",
        "FirstOrDefault" => "LastOrDefault",
        "Last" => "First",
        "LastOrDefault" => "FirstOrDefault",
        _ => null,
    };
}
