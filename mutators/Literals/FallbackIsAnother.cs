using System.Globalization;
using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Literals;

/// <summary>A missing value falls back to the wrong one.</summary>
internal sealed class FallbackIsAnother : Mutator<BinaryExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "fallback-is-another",
        Mistake: "A fallback is empty or zero where it should say something.",
        Class: BugClass.Literal,
        Before: "Console.WriteLine(fallback); return name ?? fallback;",
        After: """Console.WriteLine(fallback); return name ?? "";""")
    {
        Signature = "public string Shown(string? name, string fallback, decimal? price)",
        LeavesAlone =
        [
            """return name ?? "";""",
            "return $\"{price ?? 0m}\";",
            "return name ?? throw new ArgumentNullException(nameof(name));",
        ],
    };

    protected override IEnumerable<Slip> At(BinaryExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!node.IsKind(SyntaxKind.CoalesceExpression) || !Declared.LeavesNoLocalUnused(node.Right, model) || Declared.Variables(node.Right) || Declared.Awaits(node.Right))
            yield break;
        var type = model.TypeOf(node.Right);
        if (type.IsString() && node.Right.ToString() is not ("\"\"" or "string.Empty" or "String.Empty"))
            yield return new(node.Right.Span, "\"\"");
        else if (type.IsNumber() && !IsZero(model.GetConstantValue(node.Right, cancellationToken)))
            yield return new(node.Right.Span, "0");
    }

    private static bool IsZero(Optional<object?> value) => value is { HasValue: true, Value: IConvertible number } && number.ToDouble(CultureInfo.InvariantCulture) == 0;
}
