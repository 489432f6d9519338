using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Performance;

/// <summary>What several rows share is fetched once for each row.</summary>
internal sealed class DuplicatesAreFetchedAgain : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "duplicates-are-fetched-again",
        Mistake: "Items are not told apart before each of them costs a call.",
        Class: BugClass.Omission,
        Before: "foreach (var id in ids.Distinct()) { await Load(id); }",
        After: "foreach (var id in ids) { await Load(id); }")
    {
        Members = "private static Task Load(int id) => Task.Delay(id);",
        Signature = "public async Task LoadAll(List<int> ids)",
        Traits = [ProductionTrait.Performance],
        LeavesAlone = ["foreach (var id in ids.Distinct()) { Console.WriteLine(id); } await Load(1);"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) is "Distinct" or "DistinctBy"
            && node.Ancestors().TakeWhile(ancestor => ancestor is not StatementSyntax || ancestor is CommonForEachStatementSyntax).OfType<CommonForEachStatementSyntax>().FirstOrDefault() is { } loop
            && loop.Expression.Span.Contains(node.Span) && Declared.Awaits(loop.Statement))
            yield return Removal.After(((MemberAccessExpressionSyntax)node.Expression).Expression, node);
    }
}
