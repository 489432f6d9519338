using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Half past two in the afternoon reads half past two.</summary>
internal sealed class TwelveHourClockInsteadOfTwentyFour : Mutator<LiteralExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "twelve-hour-clock-instead-of-twenty-four",
        Mistake: "A format shows the hour of a twelve-hour clock.",
        Class: BugClass.DotNetSemantics,
        Before: """return at.ToString("HH:mm", CultureInfo.InvariantCulture);""",
        After: """return at.ToString("hh:mm", CultureInfo.InvariantCulture);""")
    {
        Repeats = true,
        Signature = "public string Clock(DateTime at)",
        Traits = [ProductionTrait.Time],
        LeavesAlone = ["""return at.ToString("hh:mm tt", CultureInfo.InvariantCulture);"""],
    };

    protected override IEnumerable<Slip> At(LiteralExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (DateFormats.Is(node, model) && node.Token.Text is var text && text.IndexOf("HH", StringComparison.Ordinal) is >= 0 and var at)
            yield return new(new(node.SpanStart + at, 2), "hh");
    }
}
