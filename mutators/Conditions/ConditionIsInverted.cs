using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Conditions;

/// <summary>A condition is negated by mistake.</summary>
internal sealed class ConditionIsInverted : Mutator<IfStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "condition-is-inverted",
        Mistake: "A branch is taken in exactly the cases where it should not be.",
        Class: BugClass.Condition,
        Before: "if (ready) Console.WriteLine();",
        After: "if (!ready) Console.WriteLine();")
    {
        Signature = "public void Send(bool ready, string? name)",
        LeavesAlone =
        [
            "if (!ready) Console.WriteLine();",
            "if (name is not null) Console.WriteLine(name.Length);",
            "if (string.IsNullOrEmpty(name)) return; Console.WriteLine(name.Length);",
            """if (int.TryParse("3", out var number)) Console.WriteLine(number);""",
        ],
    };

    protected override IEnumerable<Slip> At(IfStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Condition is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            && !Declared.Variables(node.Condition)
            && !Nulls.Guards(node.Condition, model))
            yield return new(new(node.Condition.SpanStart, 0), "!");
    }
}
