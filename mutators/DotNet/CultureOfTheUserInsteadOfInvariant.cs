using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>A number or date is read or written in the culture of the user.</summary>
internal sealed class CultureOfTheUserInsteadOfInvariant : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "culture-of-the-user-instead-of-invariant",
        Mistake: "A format for machines follows the culture of the user.",
        Class: BugClass.DotNetSemantics,
        Before: "return decimal.Parse(text, CultureInfo.InvariantCulture);",
        After: "return decimal.Parse(text, CultureInfo.CurrentCulture);")
    {
        Repeats = true,
        Signature = "public decimal Amount(string text)",
        LeavesAlone = ["return decimal.Parse(text, CultureInfo.CurrentCulture);"],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Name.Identifier.ValueText == "InvariantCulture" && model.TypeOf(node).Is("System.Globalization.CultureInfo"))
            yield return new(node.Name.Span, "CurrentCulture");
    }
}
