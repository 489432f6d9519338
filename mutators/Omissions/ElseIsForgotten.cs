using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>The other case is not handled.</summary>
internal sealed class ElseIsForgotten : Mutator<ElseClauseSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "else-is-forgotten",
        Mistake: "Nothing happens where the condition does not hold.",
        Class: BugClass.Omission,
        Before: "if (urgent) price *= 2; else price += 1; return price;",
        After: "if (urgent) price *= 2; return price;")
    {
        Signature = "public decimal Fee(bool urgent, decimal price)",
        LeavesAlone =
        [
            "if (urgent) return 1; else return price;",
            "var fee = price + 1; if (urgent) price *= 2; else price = fee; return price;",
        ],
    };

    protected override IEnumerable<Slip> At(ElseClauseSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Jumps.FallsThrough(node.Statement, model)
            && !Jumps.AssignsFirst(node.Statement, model)
            && !Declared.Variables(((IfStatementSyntax)node.Parent!).Condition) && !Declared.Awaits(node)
            && Removal.Of(node) is { } gone
            && Declared.LeavesNoLocalUnused(node, model))
            yield return gone;
    }
}
