using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Boundaries;

/// <summary>A limit itself is counted on the wrong side.</summary>
internal sealed class BoundaryIsOffByOne : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "boundary-is-off-by-one",
        Mistake: "A comparison takes in the limit, or leaves it out, the other way round.",
        Class: BugClass.Arithmetic,
        Before: "return total >= limit;",
        After: "return total > limit;")
    {
        Repeats = true,
        Signature = "public bool IsFull(int total, int limit)",
        LeavesAlone =
        [
            "return total == limit;",
            "return $\"{total}{limit}\".Length > 0;",
            "for (var i = 0; i < total; i++) Console.WriteLine(i); return false;",
            "var day = (DayOfWeek)total; return day > DayOfWeek.Friday;",
        ],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Other(node.Kind()) is { } other && !Neighbours.ChoosesBetweenItsSides(node)
            && node.Parent is not ForStatementSyntax && !HoldsForEveryNumber(node)
            && model.TypeOf(node.Left) is { } type
            && (type.IsNumber() || type.IsMoment() || type.Is("System.TimeSpan")))
            yield return new(node.OperatorToken.Span, other) { Confuses = $"{node.OperatorToken} {node.Right}" };
    }

    /// <summary>A number of items that is at least zero, or below it, is nothing to ask for.</summary>
    private static bool HoldsForEveryNumber(BinaryExpressionSyntax node) =>
        node.Kind() is SyntaxKind.GreaterThanExpression or SyntaxKind.LessThanOrEqualExpression
        && node is { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" }, Right: LiteralExpressionSyntax { Token.Text: "0" } };

    private static string? Other(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => "<=",
        SyntaxKind.LessThanOrEqualExpression => "<",
        SyntaxKind.GreaterThanExpression => ">=",
        SyntaxKind.GreaterThanOrEqualExpression => ">",
        _ => null,
    };
}
