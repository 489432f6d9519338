using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Arithmetic;

/// <summary>A plus is a minus, or the reverse.</summary>
internal sealed class SignIsFlipped : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "sign-is-flipped",
        Mistake: "A formula adds what it should subtract, or the reverse.",
        Class: BugClass.Arithmetic,
        Before: "return price - discount;",
        After: "return price + discount;")
    {
        Repeats = true,
        Signature = "public decimal Net(decimal price, decimal discount)",
        LeavesAlone =
        [
            "return price + 1;",
            "return price * discount;",
            """var unit = " EUR"; Console.WriteLine(price + unit); return price;""",
            "Console.WriteLine(nameof(price) + discount); return price;",
        ],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
            && node is { Left: not LiteralExpressionSyntax, Right: not LiteralExpressionSyntax }
            && model.TypeOf(node.Left).IsNumber()
            && model.TypeOf(node.Right).IsNumber())
            yield return new(node.OperatorToken.Span, node.IsKind(SyntaxKind.AddExpression) ? "-" : "+") { Confuses = node.ToString() };
    }
}
