using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A case of a switch statement falls into the default.</summary>
internal sealed class CaseIsForgotten : Mutator<SwitchSectionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "case-is-forgotten",
        Mistake: "A value that should be handled by itself is handled like all others.",
        Class: BugClass.Omission,
        Before: "switch (code) { case 1: Console.Write(1); break; case 2: Console.Write(2); break; default: Console.Write(0); break; }",
        After: "switch (code) { case 1: Console.Write(1); break; default: Console.Write(0); break; }")
    {
        Signature = "public void Print(int code)",
        LeavesAlone =
        [
            "switch (code) { case 1: Console.Write(1); break; default: Console.Write(0); break; }",
            """var one = "one"; var two = "two"; switch (code) { case 1: Console.Write(one); break; case 2: Console.Write(two); break; default: Console.Write(0); break; }""",
            "switch (code) { case 1: Console.Write(1); break; case 2: Console.Write(2); break; case 3: Console.Write(3); break; }",
        ],
    };

    protected override IEnumerable<Slip> At(SwitchSectionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is SwitchStatementSyntax { Sections: { Count: > 2 } sections }
            && sections.Any(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax))
            && !node.Labels.Any(label => label is DefaultSwitchLabelSyntax)
            && !node.Statements.Any(statement => Jumps.AssignsFirst(statement, model))
            && !node.ContainsDirectives
            && Declared.LeavesNoLocalUnused(node, model))
            yield return Removal.OfLines(node);
    }
}
