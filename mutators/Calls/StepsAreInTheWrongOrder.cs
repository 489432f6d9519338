using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Calls;

/// <summary>What is cut off is not what should be.</summary>
internal sealed class StepsAreInTheWrongOrder : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "steps-are-in-the-wrong-order",
        Mistake: "A sequence is shortened before it is filtered or sorted.",
        Class: BugClass.WrongCall,
        Before: "return prices.Where(price => price > 0).Take(3);",
        After: "return prices.Take(3).Where(price => price > 0);")
    {
        Signature = "public static IEnumerable<decimal> First(List<decimal> prices)",
        LeavesAlone =
        [
            "return prices.Where(price => price > 0).Select(price => price + 1);",
            "return prices.Select(price => price + 1).Take(3);",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) is "Take" or "Skip" && node.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax inner } before } outer
            && Invoked.LinqName(before, model) is "Where" or "OrderBy" or "OrderByDescending" or "Order" or "Distinct")
        {
            var text = node.SyntaxTree.GetText(cancellationToken);
            var first = TextSpan.FromBounds(inner.Expression.Span.End, before.Span.End);
            var second = TextSpan.FromBounds(outer.Expression.Span.End, node.Span.End);
            yield return new(TextSpan.FromBounds(first.Start, second.End), text.ToString(second) + text.ToString(first));
        }
    }
}
