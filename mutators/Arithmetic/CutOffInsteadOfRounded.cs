using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Arithmetic;

/// <summary>Just under a whole number counts as one less.</summary>
internal sealed class CutOffInsteadOfRounded : Mutator<CastExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "cut-off-instead-of-rounded",
        Mistake: "A fraction is cut off where it should be rounded.",
        Class: BugClass.Arithmetic,
        Before: "return (int)Math.Round(share * 100);",
        After: "return (int)(share * 100);")
    {
        Signature = "public static int Percent(double share)",
        LeavesAlone =
        [
            "return (int)(share * 100);",
            "return (int)Math.Floor(share);",
        ],
    };

    protected override IEnumerable<Slip> At(CastExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.TypeOf(node).IsWhole() && node.Expression is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var number }, ..] } call
            && Invoked.Method(call, model) is { Name: "Round" } method && method.ContainingType.Is("System.Math"))
            yield return new(call.Span, number is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax ? number.ToString() : $"({number})");
    }
}
