using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>An early return is missing.</summary>
internal sealed class GuardIsForgotten : Mutator<IfStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "guard-is-forgotten",
        Mistake: "A case that should end here goes on.",
        Class: BugClass.Omission,
        Before: "if (Closed) return; _sent++;",
        After: "_sent++;")
    {
        Repeats = true,
        Members = "public bool Closed { get; set; } private int _sent; public int Sent => _sent;",
        Signature = "public void Send(bool closed, string? name)",
        LeavesAlone =
        [
            "if (closed) return; else _sent++;",
            "if (name is not { } text) return; Console.WriteLine(text.Length);",
            "if (name == null) return; Console.WriteLine(name.Length);",
        ],
    };

    protected override IEnumerable<Slip> At(IfStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Else is null && Jumps.IsOnlyAJump(node.Statement) && Jumps.Single(node.Statement) is not (ThrowStatementSyntax or YieldStatementSyntax)
            && MayGo(node, model) && Removal.Of(node) is { } gone)
            yield return gone;
    }

    private static bool MayGo(IfStatementSyntax node, SemanticModel model) =>
        !Declared.Variables(node.Condition) && !Nulls.Guards(node.Condition, model) && !Declared.Awaits(node) && Declared.LeavesNoLocalUnused(node, model);
}
