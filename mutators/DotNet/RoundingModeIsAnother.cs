using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Halves or fractions go the wrong way.</summary>
internal sealed class RoundingModeIsAnother : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "rounding-mode-is-another",
        Mistake: "A number is rounded in another mode.",
        Class: BugClass.DotNetSemantics,
        Before: "return Math.Round(amount, 2, MidpointRounding.ToEven);",
        After: "return Math.Round(amount, 2, MidpointRounding.AwayFromZero);")
    {
        Repeats = true,
        Signature = "public decimal Cents(decimal amount)",
        LeavesAlone = ["return Math.Round(amount, 2);"],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.SymbolOf(node) is IFieldSymbol field && field.ContainingType.Is("System.MidpointRounding") && Other(field.Name) is { } other)
            yield return new(node.Name.Span, other);
    }

    private static string? Other(string mode) => mode switch
    {
        "ToEven" => "AwayFromZero",
        "AwayFromZero" => "ToZero",
        "ToPositiveInfinity" => "AwayFromZero",
        "ToNegativeInfinity" => "ToZero",
        "ToZero" => "ToNegativeInfinity",
        _ => null,
    };
}
