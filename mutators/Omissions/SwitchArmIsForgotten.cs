using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A case of a switch falls into the default.</summary>
internal sealed class SwitchArmIsForgotten : Mutator<SwitchExpressionArmSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "switch-arm-is-forgotten",
        Mistake: "A value that has an answer of its own gets the answer for all others.",
        Class: BugClass.Omission,
        Before: """return code switch { 1 => "one", 2 => "two", _ => "many" };""",
        After: """return code switch { 1 => "one", _ => "many" };""")
    {
        Signature = "public string Word(int code)",
        LeavesAlone =
        [
            """return code switch { 1 => "one", _ => "many" };""",
            """var one = "one"; var two = "two"; return code switch { 1 => one, 2 => two, _ => "many" };""",
        ],
    };

    protected override IEnumerable<Slip> At(SwitchExpressionArmSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is SwitchExpressionSyntax { Arms: { Count: > 2 } arms }
            && arms.Any(arm => arm.Pattern is DiscardPatternSyntax)
            && node.Pattern is not DiscardPatternSyntax
            && !node.ContainsDirectives
            && Declared.LeavesNoLocalUnused(node, model))
            yield return Removal.Of(arms, arms.IndexOf(node));
    }
}
