using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Time;

/// <summary>At the very moment of its end, something still or already counts.</summary>
internal sealed class ExpiryIsOffByAnInstant : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "expiry-is-off-by-an-instant",
        Mistake: "The moment at which something ends is counted on the wrong side.",
        Class: BugClass.Arithmetic,
        Before: "return now >= expires;",
        After: "return now > expires;")
    {
        Repeats = true,
        Signature = "public static bool HasExpired(DateTimeOffset now, DateTimeOffset expires, int tries)",
        Traits = [ProductionTrait.Time],
        LeavesAlone = ["return tries >= 3 && now != expires;"],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Other(node.Kind()) is { } other && !Neighbours.ChoosesBetweenItsSides(node) && (model.TypeOf(node.Left).IsMoment() || model.TypeOf(node.Left).Is("System.TimeSpan")))
            yield return new(node.OperatorToken.Span, other) { Confuses = $"{node.OperatorToken} {node.Right}" };
    }

    private static string? Other(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => "<=",
        SyntaxKind.LessThanOrEqualExpression => "<",
        SyntaxKind.GreaterThanExpression => ">=",
        SyntaxKind.GreaterThanOrEqualExpression => ">",
        _ => null,
    };
}
