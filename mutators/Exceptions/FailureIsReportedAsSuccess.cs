using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>An error is reported as a success.</summary>
internal sealed class FailureIsReportedAsSuccess : Mutator<LiteralExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "failure-is-reported-as-success",
        Mistake: "What failed is said to have worked.",
        Class: BugClass.Exception,
        Before: "try { Save(); return true; } catch (IOException) { return false; }",
        After: "try { Save(); return true; } catch (IOException) { return true; }")
    {
        Members = "private static void Save() => Console.WriteLine();",
        Signature = "public bool Run()",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone = ["try { Save(); return true; } catch (IOException) { throw; }"],
    };

    protected override IEnumerable<Slip> At(LiteralExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { RawKind: (int)SyntaxKind.FalseLiteralExpression, Parent: ReturnStatementSyntax statement } && statement.FirstAncestorOrSelf<CatchClauseSyntax>() is not null)
            yield return new(node.Span, "true");
    }
}
