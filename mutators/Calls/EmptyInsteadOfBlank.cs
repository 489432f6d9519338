using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>Text of blanks only is taken for text.</summary>
internal sealed class EmptyInsteadOfBlank : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "empty-instead-of-blank",
        Mistake: "Blank input passes where only empty input is refused.",
        Class: BugClass.WrongCall,
        Before: "return string.IsNullOrWhiteSpace(name);",
        After: "return string.IsNullOrEmpty(name);")
    {
        Repeats = true,
        Signature = "public bool IsMissing(string? name)",
        LeavesAlone = ["return string.IsNullOrEmpty(name);"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is { Name: "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } && Invoked.Name(node) is { } name)
            yield return new(name.Span, "IsNullOrEmpty");
    }
}
