using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>A failure leaves things as they were half-way.</summary>
internal sealed class RollBackIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "roll-back-is-forgotten",
        Mistake: "What a failed attempt did is not taken back.",
        Class: BugClass.Exception,
        Before: "try { Save(); } catch (IOException) { Undo(); throw; }",
        After: "try { Save(); } catch (IOException) { throw; }")
    {
        Members = "private static void Save() => Console.WriteLine(); public void Undo() => Console.WriteLine();",
        Signature = "public void Run()",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "try { Save(); } finally { Undo(); }",
            "Undo();",
            "var open = 0; try { Save(); } catch (IOException) { Interlocked.Decrement(ref open); throw; }",
            "try { Save(); } catch (IOException e) { System.Diagnostics.Trace.TraceError(e.Message); throw; }",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is InvocationExpressionSyntax or AwaitExpressionSyntax
            && node.FirstAncestorOrSelf<CatchClauseSyntax>() is { Block.Statements.Count: > 1 }
            && !node.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => Wording.IsNote(call, model))
            && !Declared.Writes(node) && !Declared.Variables(node) && !Declared.Awaits(node)
            && Removal.Of(node) is { } gone)
            yield return gone;
    }
}
