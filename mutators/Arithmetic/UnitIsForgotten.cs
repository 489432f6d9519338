using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Arithmetic;

/// <summary>A conversion between units is missing.</summary>
internal sealed class UnitIsForgotten : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "unit-is-forgotten",
        Mistake: "Minutes pass for seconds, or a percentage for a fraction.",
        Class: BugClass.Arithmetic,
        Before: "return minutes * 60;",
        After: "return minutes;")
    {
        Repeats = true,
        Signature = "public int Seconds(int minutes)",
        LeavesAlone =
        [
            "return minutes * 2;",
            "return 24 * 60;",
        ],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Kind() is SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
            && node is { Left: not LiteralExpressionSyntax, Right: LiteralExpressionSyntax factor }
            && IsUnit(factor.Token.Value))
            yield return Removal.After(node.Left, node);
    }

    private static bool IsUnit(object? value) =>
        value is IConvertible and not (string or char or bool)
        && Convert.ToDouble(value) is 7 or 12 or 24 or 30 or 60 or 100 or 365 or 1000 or 1024 or 1440 or 3600 or 86400 or 1_000_000;
}
