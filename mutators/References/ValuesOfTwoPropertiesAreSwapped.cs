using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.References;

/// <summary>Two values go into each other's places.</summary>
internal sealed class ValuesOfTwoPropertiesAreSwapped : Mutator<InitializerExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "values-of-two-properties-are-swapped",
        Mistake: "Two properties of a new object get each other's values.",
        Class: BugClass.WrongReference,
        Before: "return new Span { Start = from, End = to };",
        After: "return new Span { Start = to, End = from };")
    {
        Members = """public class Span { public int Start { get; set; } public int End { get; set; } public string Name { get; set; } = ""; }""",
        Signature = "public static Span Make(int from, int to)",
        LeavesAlone =
        [
            "return new Span { Start = 1, End = 2 };",
            """return new Span { Start = from, Name = "x" };""",
            "return new Span { Start = from, End = from };",
        ],
    };

    protected override IEnumerable<Slip> At(InitializerExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!node.IsKind(SyntaxKind.ObjectInitializerExpression))
            yield break;
        var set = node.Expressions.OfType<AssignmentExpressionSyntax>().ToList();
        for (var i = 0; i + 1 < set.Count; i++)
        {
            var (left, right) = (set[i], set[i + 1]);
            if (left.Right is not (LiteralExpressionSyntax or InitializerExpressionSyntax) && right.Right is not (LiteralExpressionSyntax or InitializerExpressionSyntax)
                && SymbolEqualityComparer.IncludeNullability.Equals(model.TypeOf(left.Left), model.TypeOf(right.Left))
                && SymbolEqualityComparer.IncludeNullability.Equals(model.TypeOf(left.Right), model.TypeOf(right.Right))
                && left.Right.ToString() != right.Right.ToString() && !left.Right.ToString().Contains('\n', StringComparison.Ordinal) && !right.Right.ToString().Contains('\n', StringComparison.Ordinal))
                yield return new([new(left.Right.Span, right.Right.ToString()), new(right.Right.Span, left.Right.ToString())]);
        }
    }
}
