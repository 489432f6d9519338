using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>An error is caught and not passed on.</summary>
internal sealed class FailureIsSwallowed : Mutator<ThrowStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "failure-is-swallowed",
        Mistake: "A failure ends in a log or nowhere instead of reaching the caller.",
        Class: BugClass.Exception,
        Before: "try { Save(); } catch (IOException) { _failed++; throw; }",
        After: "try { Save(); } catch (IOException) { _failed++; }")
    {
        Members = "private int _failed; public int Failed => _failed; private static void Save() => Console.WriteLine();",
        Signature = "public void Run()",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "try { Save(); } catch (IOException) { throw; }",
            "throw new IOException();",
            "int read; try { read = Console.Read(); } catch (IOException) { _failed++; throw; } Console.WriteLine(read);",
        ],
    };

    protected override IEnumerable<Slip> At(ThrowStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: null, Parent: BlockSyntax { Statements.Count: > 1, Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt } } block }
            && block.Statements.Last() == node
            && MayGoOn(attempt, model)
            && Removal.Of(node) is { } gone)
            yield return gone;
    }

    /// <summary>Control then goes on behind the attempt, which must give no variable its first value and be followed by what returns.</summary>
    private static bool MayGoOn(TryStatementSyntax attempt, SemanticModel model) =>
        Jumps.FallsThrough(attempt, model) && !Jumps.AssignsFirst(attempt, model);
}
