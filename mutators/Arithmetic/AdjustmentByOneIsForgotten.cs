using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Arithmetic;

/// <summary>A plus or minus one is missing.</summary>
internal sealed class AdjustmentByOneIsForgotten : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "adjustment-by-one-is-forgotten",
        Mistake: "A count and an index, or a page and its offset, are mixed up.",
        Class: BugClass.Arithmetic,
        Before: "return items.Skip((page - 1) * size);",
        After: "return items.Skip(page * size);")
    {
        Signature = "public IEnumerable<int> Page(List<int> items, int page, int size)",
        LeavesAlone =
        [
            "return items.Skip(page - size);",
            "return items.Skip(1 + 1);",
            "return items.Take((int)(size * 0.5 + 1));",
        ],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
            && node is { Right: LiteralExpressionSyntax { Token.Text: "1" }, Left: not LiteralExpressionSyntax }
            && model.TypeOf(node).IsWhole())
            yield return node.Parent is ParenthesizedExpressionSyntax parentheses && IsName(node.Left)
                ? new(parentheses.Span, node.Left.ToString())
                : Removal.After(node.Left, node);
    }

    private static bool IsName(ExpressionSyntax expression) => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax;
}
