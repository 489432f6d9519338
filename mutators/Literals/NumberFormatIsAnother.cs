using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Literals;

/// <summary>A number shows too few or too many decimals.</summary>
internal sealed class NumberFormatIsAnother : Mutator<ExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "number-format-is-another",
        Mistake: "A format shows one decimal less.",
        Class: BugClass.Literal,
        Before: """return amount.ToString("0.00", CultureInfo.InvariantCulture);""",
        After: """return amount.ToString("0.0", CultureInfo.InvariantCulture);""")
    {
        Repeats = true,
        Signature = "public static string Text(decimal amount)",
        LeavesAlone = ["""return amount.ToString("0", CultureInfo.InvariantCulture);"""],
    };

    protected override IEnumerable<Slip> At(ExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is LiteralExpressionSyntax { Token: { Value: string format } token } && token.Text.Length == format.Length + 2 && IsNumberFormat(format)
            && node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && Invoked.Method(call, model) is { Name: "ToString" } method && method.ContainingType.IsNumber())
            yield return new(new(node.Span.End - 2, 1), "");
    }

    private static bool IsNumberFormat(string format) =>
        format.EndsWith('0') && format.Contains('.', StringComparison.Ordinal) && !format.EndsWith(".0", StringComparison.Ordinal) && format.All(letter => letter is '0' or '#' or '.' or ',');
}
