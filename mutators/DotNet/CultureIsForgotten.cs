using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>A number or date is read or written in the culture of the machine.</summary>
internal sealed class CultureIsForgotten : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "culture-is-forgotten",
        Mistake: "The invariant culture is not passed on.",
        Class: BugClass.DotNetSemantics,
        Before: "return amount.ToString(CultureInfo.InvariantCulture);",
        After: "return amount.ToString();")
    {
        Repeats = true,
        Signature = "public string Text(decimal amount)",
        LeavesAlone =
        [
            "return amount.ToString(CultureInfo.CurrentCulture);",
            """return $"{amount}".Replace("-", "", StringComparison.InvariantCulture);""",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        // string.Create formats an interpolated text, and asks for the culture.
        if (node.Parent is ArgumentListSyntax { Parent: { } call } list && Invoked.Method(call, model) is not { Name: "Create" }
            && node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InvariantCulture" }
            && model.TypeOf(node.Expression).Is("System.Globalization.CultureInfo"))
            yield return Removal.Of(list.Arguments, list.Arguments.IndexOf(node));
    }
}
