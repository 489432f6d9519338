using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.References;

/// <summary>The first part is taken for the second.</summary>
internal sealed class PartsAreTakenApartInTheWrongOrder : Mutator<ParenthesizedVariableDesignationSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "parts-are-taken-apart-in-the-wrong-order",
        Mistake: "A tuple or pair is taken apart in the wrong order.",
        Class: BugClass.WrongReference,
        Before: "var (low, high) = Limits(); return low - high;",
        After: "var (high, low) = Limits(); return low - high;")
    {
        Members = "private static (int Low, int High) Limits() => (1, 9);",
        Signature = "public static int Width()",
        LeavesAlone =
        [
            "var (low, _) = Limits(); return low;",
            """var (name, width) = ("left", 3); return name.Length + width;""",
        ],
    };

    protected override IEnumerable<Slip> At(ParenthesizedVariableDesignationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var i = 0; i + 1 < node.Variables.Count; i++)
        {
            if (node.Variables[i] is SingleVariableDesignationSyntax left && node.Variables[i + 1] is SingleVariableDesignationSyntax right
                && model.GetDeclaredSymbol(left, cancellationToken) is ILocalSymbol first && model.GetDeclaredSymbol(right, cancellationToken) is ILocalSymbol second
                && SymbolEqualityComparer.IncludeNullability.Equals(first.Type, second.Type))
                yield return new(TextSpan.FromBounds(left.SpanStart, right.Span.End), $"{right}, {left}");
        }
    }
}
