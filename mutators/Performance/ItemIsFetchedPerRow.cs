using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Performance;

/// <summary>A hundred rows make a hundred calls.</summary>
internal sealed class ItemIsFetchedPerRow : Mutator<LocalDeclarationStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "item-is-fetched-per-row",
        Mistake: "What is the same for all items is fetched for each of them.",
        Class: BugClass.DotNetSemantics,
        Before: "var rate = await Load(day); foreach (var price in prices) { Console.WriteLine(price * rate); }",
        After: "foreach (var price in prices) { var rate = await Load(day); Console.WriteLine(price * rate); }")
    {
        Members = "private static Task<decimal> Load(DateOnly day) => Task.FromResult(1m / day.Day);",
        Signature = "public async Task Print(List<decimal> prices, DateOnly day)",
        Traits = [ProductionTrait.Performance],
        LeavesAlone =
        [
            "var rate = await Load(day); foreach (var price in prices) { Console.WriteLine(price * rate); } Console.WriteLine(rate);",
            "var rate = 3m; foreach (var price in prices) { Console.WriteLine(price * rate); } await Load(day);",
        ],
    };

    protected override IEnumerable<Slip> At(LocalDeclarationStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Parent: BlockSyntax around, Declaration.Variables: [{ Initializer.Value: var value } local] } && !node.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)
            && value.DescendantNodesAndSelf().Any(inner => inner is InvocationExpressionSyntax)
            && around.Statements.ElementAtOrDefault(around.Statements.IndexOf(node) + 1) is CommonForEachStatementSyntax { Statement: BlockSyntax { Statements: [var first, ..] } body } loop
            && !node.ContainsDirectives && !loop.ContainsDirectives
            && !Names(loop.Expression, local) && Names(body, local)
            && !around.DescendantTokens().Any(token => token.SpanStart > loop.Span.End && token.ValueText == local.Identifier.ValueText)
            && Removal.Of(node) is { } gone && Indentation.Beside(node, first) is { } moved)
            yield return new([gone, new(new(first.SpanStart, 0), moved + Indentation.Between(first))]);
    }

    private static bool Names(SyntaxNode node, VariableDeclaratorSyntax local) => node.DescendantTokens().Any(token => token.ValueText == local.Identifier.ValueText);
}
