using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Before is taken for after.</summary>
internal sealed class ExpiryIsComparedTheWrongWay : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "expiry-is-compared-the-wrong-way",
        Mistake: "Two moments are compared the wrong way round.",
        Class: BugClass.DotNetSemantics,
        Before: "return now > expires;",
        After: "return now < expires;")
    {
        Repeats = true,
        Signature = "public bool HasExpired(DateTime now, DateTime expires, int tries)",
        Traits = [ProductionTrait.Time],
        LeavesAlone = ["return tries > 3;"],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Other(node.Kind()) is { } other && model.TypeOf(node.Left).IsMoment())
            yield return new(node.OperatorToken.Span, other) { Confuses = node.ToString() };
    }

    private static string? Other(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => ">",
        SyntaxKind.LessThanOrEqualExpression => ">=",
        SyntaxKind.GreaterThanExpression => "<",
        SyntaxKind.GreaterThanOrEqualExpression => "<=",
        _ => null,
    };
}
