using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Time;

/// <summary>A range of days ends, or the next one starts, a day early.</summary>
internal sealed class DayAfterIsForgotten : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "day-after-is-forgotten",
        Mistake: "A step to the next or the previous day is missing.",
        Class: BugClass.Omission,
        Before: "return last.AddDays(1);",
        After: "return last;")
    {
        Signature = "public static DateOnly End(DateOnly last, int days)",
        Traits = [ProductionTrait.Time],
        LeavesAlone =
        [
            "return last.AddDays(days);",
            "return last.AddDays(30);",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: MemberAccessExpressionSyntax { Expression: var day }, Parent: not (ExpressionStatementSyntax or AssignmentExpressionSyntax), ArgumentList.Arguments: [{ Expression: var count }] }
            && Invoked.Method(node, model) is { Name: "AddDays" } method && method.ContainingType.IsMoment()
            && model.GetConstantValue(count, cancellationToken).Value is 1 or -1 or 1.0 or -1.0)
            yield return Removal.After(day, node);
    }
}
