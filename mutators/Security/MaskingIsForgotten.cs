using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Security;

/// <summary>What must not be seen is.</summary>
internal sealed class MaskingIsForgotten : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "masking-is-forgotten",
        Mistake: "Something private is shown or kept as it is.",
        Class: BugClass.Omission,
        Before: """return "for " + Mask(card);""",
        After: """return "for " + card;""")
    {
        Repeats = true,
        Members = """public static string Mask(string text) => new('*', text.Length); public static string Mark(string text) => text + "!";""",
        Signature = "public static string Line(string card)",
        Traits = [ProductionTrait.Security],
        LeavesAlone = ["""return "for " + Mark(card);"""],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is { } method && method.ReturnType.IsString()
            && (Wording.Has(method.Name, ["Mask", "Masked", "Redact", "Redacted", "Anonymize", "Anonymise", "Censor"]) || Wording.Has(method.ContainingType.Name, ["Redaction", "Masking"]))
            && node.ArgumentList.Arguments is [{ Expression: var text }] && model.TypeOf(text).IsString() && node.Parent is not ExpressionStatementSyntax)
            yield return new(node.Span, text.ToString());
    }
}
