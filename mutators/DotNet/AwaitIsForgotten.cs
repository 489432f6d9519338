using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Nobody waits for the work, and nobody hears when it fails.</summary>
internal sealed class AwaitIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "await-is-forgotten",
        Mistake: "An asynchronous call is started and not awaited.",
        Class: BugClass.DotNetSemantics,
        Before: "await Save(); await Notify();",
        After: "_ = Save(); await Notify();")
    {
        Members = "private static Task Save() => Task.CompletedTask; private static Task Notify() => Task.CompletedTask;",
        Signature = "public async Task Sell()",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "await Save();",
            "Save().Wait(); await Notify();",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax } wait
            && node.Ancestors().First(IsFunction) is var function
            && function.DescendantNodes(inner => inner == function || !IsFunction(inner)).OfType<AwaitExpressionSyntax>().Count() > 1)
            yield return new(wait.AwaitKeyword.Span, "_ =");
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax or CompilationUnitSyntax;
}
