using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Conditions;

/// <summary>One case of a pattern is not thought of.</summary>
internal sealed class CaseOfAPatternIsForgotten : Mutator<BinaryPatternSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "case-of-a-pattern-is-forgotten",
        Mistake: "A pattern lists only some of the cases.",
        Class: BugClass.Condition,
        Before: "return sign is '+' or '-';",
        After: "return sign is '+';")
    {
        Signature = "public bool IsSign(char sign)",
        LeavesAlone = ["return sign is '+';"],
    };

    protected override IEnumerable<Slip> At(BinaryPatternSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!Declared.Variables(node) && node.Right is not UnaryPatternSyntax)
            yield return Removal.After(node.Left, node);
    }
}
