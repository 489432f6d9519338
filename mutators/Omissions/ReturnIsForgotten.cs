using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A special case is handled, and then once more like all others.</summary>
internal sealed class ReturnIsForgotten : Mutator<ReturnStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "return-is-forgotten",
        Mistake: "Nothing ends the work after a special case was dealt with.",
        Class: BugClass.Omission,
        Before: "if (closed) { Count(); return; } Send(closed);",
        After: "if (closed) { Count(); } Send(closed);")
    {
        Members = "private static void Count() => Console.Write(1); private static void Send(bool closed) => Console.Write(closed);",
        Signature = "public static void Run(bool closed)",
        LeavesAlone =
        [
            "if (closed) { return; } Send(closed);",
            "Send(closed); return;",
            "if (Console.ReadLine() is not { } line) { Count(); return; } Send(line.Length > 3);",
        ],
    };

    protected override IEnumerable<Slip> At(ReturnStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: null, Parent: BlockSyntax { Statements.Count: > 1, Parent: IfStatementSyntax { Else: null } branch } }
            && branch.Parent is BlockSyntax around && around.Statements.Last() != branch
            && !Nulls.Guards(branch.Condition, model) && !Declared.Variables(branch.Condition)
            && Removal.Of(node) is { } gone)
            yield return gone;
    }
}
