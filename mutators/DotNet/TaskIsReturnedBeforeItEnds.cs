using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.DotNet;

/// <summary>What the work needs is gone before it is done.</summary>
internal sealed class TaskIsReturnedBeforeItEnds : Mutator<ReturnStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "task-is-returned-before-it-ends",
        Mistake: "A task is handed on from inside of a using or try instead of being awaited there.",
        Class: BugClass.DotNetSemantics,
        Before: "public async Task<string> Load(string path) { using var file = File.OpenText(path); return await file.ReadToEndAsync(); }",
        After: "public Task<string> Load(string path) { using var file = File.OpenText(path); return file.ReadToEndAsync(); }")
    {
        Traits = [ProductionTrait.Resources],
        LeavesAlone =
        [
            "public async Task<string> Load(TextReader file) { return await file.ReadToEndAsync(); }",
            "public async Task<string> Load(string path) { using var file = File.OpenText(path); await Task.Yield(); return await file.ReadToEndAsync(); }",
            "public async Task<string?> Load(string path) { using var file = File.OpenText(path); return await file.ReadLineAsync(CancellationToken.None); }",
        ],
    };

    protected override IEnumerable<Slip> At(ReturnStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is AwaitExpressionSyntax wait
            && Task(wait.Expression, model) is { } task
            && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Body: { } body } method
            && method.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword)) is { RawKind: not 0 } keyword
            && body.DescendantNodes().Count(inner => inner is AwaitExpressionSyntax or ReturnStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) == 2
            && NeedsWhatIsAround(node, body)
            && SymbolEqualityComparer.Default.Equals(model.TypeOf(task), model.TypeOf(method.ReturnType)))
            yield return new([new(TextSpan.FromBounds(keyword.SpanStart, keyword.GetNextToken().SpanStart), ""), new(wait.Span, task.ToString())]);
    }

    /// <summary>What is awaited, without its ConfigureAwait.</summary>
    private static ExpressionSyntax? Task(ExpressionSyntax awaited, SemanticModel model) =>
        awaited is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var task } } call && Invoked.Method(call, model)?.Name == "ConfigureAwait" ? task : awaited;

    private static bool NeedsWhatIsAround(ReturnStatementSyntax node, BlockSyntax body) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != body).Any(ancestor => ancestor is UsingStatementSyntax or TryStatementSyntax)
        || body.Statements.OfType<LocalDeclarationStatementSyntax>().Any(local => local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) && local.AwaitKeyword.IsKind(SyntaxKind.None));
}
