using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Text is compared with its case.</summary>
internal sealed class CaseInsensitivityIsForgotten : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "case-insensitivity-is-forgotten",
        Mistake: "Upper and lower case count as different.",
        Class: BugClass.DotNetSemantics,
        Before: "return left.Equals(right, StringComparison.OrdinalIgnoreCase);",
        After: "return left.Equals(right, StringComparison.Ordinal);")
    {
        Repeats = true,
        Signature = "public bool Same(string left, string right)",
        LeavesAlone = ["return left.Equals(right, StringComparison.Ordinal);"],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        const string Suffix = "IgnoreCase";
        if (node.Name.Identifier.ValueText is var name && name.EndsWith(Suffix, StringComparison.Ordinal)
            && model.SymbolOf(node)?.ContainingType is { } type && (type.Is("System.StringComparison") || type.Is("System.StringComparer")))
            yield return new(node.Name.Span, name[..^Suffix.Length]);
    }
}
