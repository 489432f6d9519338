using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>Text is not brought into its common form.</summary>
internal sealed class NormalisationIsForgotten : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "normalisation-is-forgotten",
        Mistake: "Text is compared or stored with its blanks, or in whatever case it came.",
        Class: BugClass.Omission,
        Before: """return code.Trim() == "A";""",
        After: """return code == "A";""")
    {
        Repeats = true,
        Signature = "public bool IsA(string code)",
        LeavesAlone =
        [
            """return code.Substring(1) == "A";""",
            "code.Trim(); return true;",
            """var dash = '-'; return code.Trim(dash) == "A";""",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is MemberAccessExpressionSyntax access && node.Parent is not ExpressionStatementSyntax
            && Invoked.Method(node, model) is { ContainingType.SpecialType: SpecialType.System_String, Name: var name }
            && name is "Trim" or "TrimStart" or "TrimEnd" or "ToLowerInvariant" or "ToUpperInvariant" or "ToLower" or "ToUpper" or "Normalize"
            && Declared.LeavesNoLocalUnused(node.ArgumentList, model))
            yield return Removal.After(access.Expression, node);
    }
}
