using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>The order of equals replaces the main order.</summary>
internal sealed class SecondOrderReplacesTheFirst : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "second-order-replaces-the-first",
        Mistake: "OrderBy is called a second time where ThenBy is meant.",
        Class: BugClass.DotNetSemantics,
        Before: "return names.OrderBy(name => name.Length).ThenBy(name => name);",
        After: "return names.OrderBy(name => name.Length).OrderBy(name => name);")
    {
        Signature = "public IEnumerable<string> Sorted(string[] names)",
        LeavesAlone = ["return names.OrderBy(name => name.Length);"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) is "ThenBy" or "ThenByDescending" && Invoked.Name(node) is { } name)
            yield return new(name.Span, name.ValueText.Replace("ThenBy", "OrderBy", StringComparison.Ordinal));
    }
}
