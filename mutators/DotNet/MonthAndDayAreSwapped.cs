using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.DotNet;

/// <summary>The second of March reads the third of February.</summary>
internal sealed class MonthAndDayAreSwapped : Mutator<LiteralExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "month-and-day-are-swapped",
        Mistake: "A date format has month and day in the wrong order.",
        Class: BugClass.DotNetSemantics,
        Before: """return at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);""",
        After: """return at.ToString("yyyy-dd-MM", CultureInfo.InvariantCulture);""")
    {
        Repeats = true,
        Signature = "public string Day(DateTime at)",
        Traits = [ProductionTrait.Time],
        LeavesAlone = ["""return at.ToString("yyyy-MM", CultureInfo.InvariantCulture);"""],
    };

    protected override IEnumerable<Slip> At(LiteralExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!DateFormats.Is(node, model))
            yield break;
        var text = node.Token.Text;
        var (month, day) = (text.IndexOf("MM", StringComparison.Ordinal), text.IndexOf("dd", StringComparison.Ordinal));
        if (month < 0 || day < 0 || text.Contains("MMM", StringComparison.Ordinal) || text.Contains("ddd", StringComparison.Ordinal))
            yield break;
        var (first, second) = (Math.Min(month, day), Math.Max(month, day));
        yield return new(
            TextSpan.FromBounds(node.SpanStart + first, node.SpanStart + second + 2),
            text[second..(second + 2)] + text[(first + 2)..second] + text[first..(first + 2)]);
    }
}
