using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A value from outside goes into a URL, a page or a pattern as it is.</summary>
internal sealed class EscapingIsForgotten : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "escaping-is-forgotten",
        Mistake: "Text is not escaped for where it goes.",
        Class: BugClass.Omission,
        Before: """return "q=" + Uri.EscapeDataString(text);""",
        After: """return "q=" + text;""")
    {
        Repeats = true,
        Signature = "public string Query(string text)",
        Traits = [ProductionTrait.Security],
        LeavesAlone =
        [
            "return Uri.UnescapeDataString(text);",
            "return Uri.EscapeDataString(text.AsSpan(1));",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is { IsStatic: true, Name: "EscapeDataString" or "HtmlEncode" or "UrlEncode" or "Escape" or "HtmlAttributeEncode" }
            && node.ArgumentList.Arguments is [{ Expression: var text }]
            && model.TypeOf(text).IsString())
            yield return new(node.Span, text.ToString());
    }
}
