using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A special case is not handled.</summary>
internal sealed class BranchIsForgotten : Mutator<IfStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "branch-is-forgotten",
        Mistake: "A branch for a special case is missing.",
        Class: BugClass.Omission,
        Before: "if (Urgent) { price *= 2; } return price;",
        After: "return price;")
    {
        Members = "public bool Urgent { get; set; }",
        Signature = "public decimal Fee(bool urgent, decimal price)",
        LeavesAlone =
        [
            "if (urgent) return 0; return price;",
            "int fee; if (urgent) { fee = 3; } else { fee = 1; } return fee;",
            "var cheap = price < 9; if (cheap) { price *= 2; } return price;",
            """if (int.TryParse("3", out var more)) { price += more; } return price + more;""",
        ],
    };

    protected override IEnumerable<Slip> At(IfStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Else is null && !Jumps.IsOnlyAJump(node.Statement)
            && !Declared.Variables(node.Condition) && !Nulls.Guards(node.Condition, model) && !Declared.Awaits(node)
            && !Jumps.AssignsFirst(node, model)
            && Removal.Of(node) is { } gone
            && Declared.LeavesNoLocalUnused(node, model))
            yield return gone;
    }
}
