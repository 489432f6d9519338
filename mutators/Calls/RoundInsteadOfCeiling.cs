using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>A number is rounded to the nearest where it should go up, or down.</summary>
internal sealed class RoundInsteadOfCeiling : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "round-instead-of-ceiling",
        Mistake: "Round is called for Ceiling or Floor.",
        Class: BugClass.WrongCall,
        Before: "return Math.Ceiling(weight);",
        After: "return Math.Round(weight);")
    {
        Signature = "public decimal Charged(decimal weight)",
        LeavesAlone = ["return Math.Round(weight);"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is { Name: "Ceiling" or "Floor" } method && method.ContainingType.Is("System.Math") && Invoked.Name(node) is { } name)
            yield return new(name.Span, "Round");
    }
}
