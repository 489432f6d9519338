using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A step of a query is missing.</summary>
internal sealed class QueryStepIsForgotten : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "query-step-is-forgotten",
        Mistake: "A query does not filter, sort, shorten or de-duplicate.",
        Class: BugClass.Omission,
        Before: "return prices.Where(price => price > 0).Sum();",
        After: "return prices.Sum();")
    {
        Repeats = true,
        Signature = "public decimal Sum(List<decimal> prices)",
        LeavesAlone =
        [
            "return prices.Select(price => price + 1).Sum();",
            "return prices.Distinct().Count() == prices.Count ? 1 : 2;",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) is "Where" or "Distinct" or "DistinctBy" or "OrderBy" or "OrderByDescending" or "Order" or "Reverse"
                or "Take" or "Skip" or "TakeWhile" or "SkipWhile" or "DefaultIfEmpty" or "OfType"
            && !IsCountedBeside(node, model)
            && Declared.LeavesNoLocalUnused(node.ArgumentList, model))
            yield return Removal.After(((MemberAccessExpressionSyntax)node.Expression).Expression, node);
    }

    /// <summary>Whether it would leave <c>list.Count()</c> of what knows its number, which nobody writes.</summary>
    private static bool IsCountedBeside(InvocationExpressionSyntax node, SemanticModel model) =>
        node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } }
        && model.TypeOf(((MemberAccessExpressionSyntax)node.Expression).Expression) is { } type
        && (type is IArrayTypeSymbol || type.AllInterfaces.Any(contract => contract.Is("System.Collections.Generic.IReadOnlyCollection`1")));
}
