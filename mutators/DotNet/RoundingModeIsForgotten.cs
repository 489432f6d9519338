using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Halves are rounded to even.</summary>
internal sealed class RoundingModeIsForgotten : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "rounding-mode-is-forgotten",
        Mistake: "The rounding mode is not passed on, so that halves go to the even number.",
        Class: BugClass.DotNetSemantics,
        Before: "return Math.Round(amount, 2, MidpointRounding.AwayFromZero);",
        After: "return Math.Round(amount, 2);")
    {
        Repeats = true,
        Signature = "public decimal Cents(decimal amount)",
        LeavesAlone =
        [
            "return Math.Round(amount, 2, MidpointRounding.ToEven);",
            "return Math.Round(amount, 2);",
            "return Math.Round(amount, CultureInfo.InvariantCulture.NumberFormat.CurrencyDecimalDigits);",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is ArgumentListSyntax list
            && model.TypeOf(node.Expression).Is("System.MidpointRounding")
            && node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "ToEven" })
            yield return Removal.Of(list.Arguments, list.Arguments.IndexOf(node));
    }
}
