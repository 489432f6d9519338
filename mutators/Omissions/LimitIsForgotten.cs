using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A value is not kept within its limit.</summary>
internal sealed class LimitIsForgotten : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "limit-is-forgotten",
        Mistake: "A result may fall below its minimum or rise above its maximum.",
        Class: BugClass.Omission,
        Before: "return Math.Max(0, balance);",
        After: "return balance;")
    {
        Repeats = true,
        Signature = "public decimal Available(decimal balance, decimal credit)",
        LeavesAlone =
        [
            "return Math.Max(balance, credit);",
            "return balance - Math.Max(0, balance);",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is { Name: "Max" or "Min" } method && method.ContainingType.Is("System.Math")
            && node.ArgumentList.Arguments is [{ Expression: var left }, { Expression: var right }]
            && model.IsConstant(left) != model.IsConstant(right)
            && (model.IsConstant(left) ? right : left).ToString() is var kept
            && !Neighbours.Mention(node, kept))
            yield return new(node.Span, kept);
    }
}
