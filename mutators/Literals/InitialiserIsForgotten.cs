using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Literals;

/// <summary>A property lost its initial value.</summary>
internal sealed class InitialiserIsForgotten : Mutator<PropertyDeclarationSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "initialiser-is-forgotten",
        Mistake: "An option has the default of its type instead of its own.",
        Class: BugClass.Literal,
        Before: "public int Retries { get; set; } = 3;",
        After: "public int Retries { get; set; }")
    {
        LeavesAlone =
        [
            """public string Name { get; set; } = "";""",
            "public int Tries { get; set; } = 0;",
            "private const int Most = 3; public int Tries { get; set; } = Most;",
        ],
    };

    protected override IEnumerable<Slip> At(PropertyDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Initializer: { } initializer, AccessorList: { } accessors, Parent: ClassDeclarationSyntax or RecordDeclarationSyntax }
            && model.TypeOf(node.Type) is { IsValueType: true }
            && initializer.Value.ToString() is not ("0" or "false" or "default" or "null" or "0m")
            && !initializer.DescendantNodes().Any(name => model.SymbolOf(name) is IParameterSymbol)
            && Declared.LeavesNoLocalUnused(initializer, model))
            yield return new(TextSpan.FromBounds(accessors.Span.End, node.Span.End), "");
    }
}
