using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>The larger is taken where the smaller is meant, or the reverse.</summary>
internal sealed class MaxInsteadOfMin : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "max-instead-of-min",
        Mistake: "Max is called for Min, or Min for Max.",
        Class: BugClass.WrongCall,
        Before: "return Math.Min(asked, stock);",
        After: "return Math.Max(asked, stock);")
    {
        Repeats = true,
        Signature = "public int Deliver(int asked, int stock)",
        LeavesAlone = ["return Math.Abs(asked);"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is { Name: "Max" or "Min" } method && method.ContainingType.Is("System.Math") && Invoked.Name(node) is { } name)
            yield return new(name.Span, method.Name == "Max" ? "Min" : "Max") { Confuses = node.ToString() };
    }
}
