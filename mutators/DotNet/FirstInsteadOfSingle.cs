using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>The first of several matches is taken.</summary>
internal sealed class FirstInsteadOfSingle : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "first-instead-of-single",
        Mistake: "Two matches go unnoticed where there may be only one.",
        Class: BugClass.DotNetSemantics,
        Before: "return codes.SingleOrDefault(code => code > 9);",
        After: "return codes.FirstOrDefault(code => code > 9);")
    {
        Signature = "public int Find(int[] codes)",
        LeavesAlone = ["return codes.FirstOrDefault(code => code > 9);"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) is "Single" or "SingleOrDefault" && Invoked.Name(node) is { } name)
            yield return new(name.Span, name.ValueText.Replace("Single", "First", StringComparison.Ordinal));
    }
}
