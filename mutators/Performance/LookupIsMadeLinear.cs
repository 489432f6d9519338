using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Performance;

/// <summary>Finding one item means looking at all of them.</summary>
internal sealed class LookupIsMadeLinear : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "lookup-is-made-linear",
        Mistake: "A list is searched where a set would know at once.",
        Class: BugClass.WrongCall,
        Before: "var known = names.ToHashSet(); return others.Count(known.Contains);",
        After: "var known = names.ToList(); return others.Count(known.Contains);")
    {
        Signature = "public static int Shared(List<string> names, List<string> others)",
        Traits = [ProductionTrait.Performance],
        LeavesAlone =
        [
            "var known = names.ToList(); return others.Count(known.Contains);",
            "HashSet<string> known = names.ToHashSet(); return others.Count(known.Contains);",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) == "ToHashSet" && Invoked.Name(node) is { } name
            && node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } })
            yield return new(TextSpan.FromBounds(name.SpanStart, node.Span.End), "ToList()") { ChangesType = true };
    }
}
