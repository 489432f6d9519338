using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Text is compared as the user would sort it.</summary>
internal sealed class ComparisonFollowsTheCulture : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "comparison-follows-the-culture",
        Mistake: "What is equal or first depends on the culture of the machine.",
        Class: BugClass.DotNetSemantics,
        Before: "return string.Compare(left, right, StringComparison.Ordinal);",
        After: "return string.Compare(left, right, StringComparison.CurrentCulture);")
    {
        Repeats = true,
        Signature = "public int Order(string left, string right)",
        LeavesAlone = ["return string.Compare(left, right, StringComparison.CurrentCulture);"],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Name.Identifier.ValueText is "Ordinal" or "OrdinalIgnoreCase"
            && model.SymbolOf(node)?.ContainingType is { } type && (type.Is("System.StringComparison") || type.Is("System.StringComparer")))
            yield return new(node.Name.Span, node.Name.Identifier.ValueText.Replace("Ordinal", "CurrentCulture", StringComparison.Ordinal));
    }
}
