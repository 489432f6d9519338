using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Days are compared with their time of day.</summary>
internal sealed class TimeOfDayIsKept : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "time-of-day-is-kept",
        Mistake: "The time of day is not taken off.",
        Class: BugClass.DotNetSemantics,
        Before: "return left.Date == right.Date;",
        After: "return left == right.Date;")
    {
        Repeats = true,
        Signature = "public bool SameDay(DateTime left, DateTime right)",
        Traits = [ProductionTrait.Time],
        LeavesAlone = ["return left.Day == right.Day;"],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Name.Identifier.ValueText == "Date" && model.SymbolOf(node)?.ContainingType.Is("System.DateTime") == true)
            yield return Removal.After(node.Expression, node);
    }
}
