using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Performance;

/// <summary>Each look at the result does all of the work once more.</summary>
internal sealed class QueryRunsAgain : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "query-runs-again",
        Mistake: "A query is kept instead of its result, and runs each time that it is read.",
        Class: BugClass.DotNetSemantics,
        Before: "var large = prices.Where(price => price > 9).ToList(); foreach (var price in large) Console.WriteLine(price); return large.Sum();",
        After: "var large = prices.Where(price => price > 9); foreach (var price in large) Console.WriteLine(price); return large.Sum();")
    {
        Signature = "public static decimal Print(IEnumerable<decimal> prices)",
        Traits = [ProductionTrait.Performance],
        LeavesAlone =
        [
            "var large = prices.Where(price => price > 9).ToList(); return large.Sum();",
            "var large = prices.Where(price => price > 9).ToList(); foreach (var price in large) Console.WriteLine(price); return large.Count;",
            "var left = new List<decimal>(prices); var all = left.ToList(); foreach (var price in all) left.Remove(price); return all.Sum();",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) is "ToList" or "ToArray"
            && node is { Expression: MemberAccessExpressionSyntax { Expression: var query }, Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } variable } }
            && model.TypeOf(query).Is("System.Collections.Generic.IEnumerable`1")
            && model.GetDeclaredSymbol(variable, cancellationToken) is { } local
            && Uses(variable, local, model) is { Count: > 1 } uses && uses.TrueForAll(use => ReadsOnly(use, model)))
            yield return Removal.After(query, node).ToSlip() with { ChangesType = true };
    }

    private static List<IdentifierNameSyntax> Uses(VariableDeclaratorSyntax variable, ISymbol local, SemanticModel model) =>
        [.. Declared.Member(variable).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.SymbolOf(name), local))];

    /// <summary>Where any sequence would do.</summary>
    private static bool ReadsOnly(IdentifierNameSyntax use, SemanticModel model) => use.Parent switch
    {
        CommonForEachStatementSyntax => true,
        ArgumentSyntax argument => Invoked.Parameter(argument, model) is { } parameter && parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == use => Invoked.LinqName(call, model) is not null,
        _ => false,
    };
}
