using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Two things count as equal though one value differs.</summary>
internal sealed class EqualsForgetsAMember : Mutator<MethodDeclarationSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "equals-forgets-a-member",
        Mistake: "Equals leaves out a member that GetHashCode takes in.",
        Class: BugClass.DotNetSemantics,
        Before: "public bool Equals(Example? other) => other is not null && Number == other.Number && Part == other.Part; public override bool Equals(object? obj) => Equals(obj as Example); public override int GetHashCode() => HashCode.Combine(Number, Part);",
        After: "public bool Equals(Example? other) => other is not null && Number == other.Number; public override bool Equals(object? obj) => Equals(obj as Example); public override int GetHashCode() => HashCode.Combine(Number, Part);")
    {
        Members = "public int Number { get; set; } public int Part { get; set; }",
        LeavesAlone =
        [
            "public bool IsLike(Example other) => Number == other.Number && Part == other.Part;",
            "public bool Equals(Example? other) => other is not null && Number.Equals(other.Number); public override bool Equals(object? obj) => Equals(obj as Example); public override int GetHashCode() => Number;",
        ],
    };

    protected override IEnumerable<Slip> At(MethodDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        // Where nothing else is compared, everything would be equal, and nobody forgets that much.
        var parts = EqualityMembers.In(node, model).ToList();
        return parts.Count > 1 || node.DescendantNodes().OfType<BinaryExpressionSyntax>().Count(both => both.IsKind(SyntaxKind.EqualsExpression)) > 1
            ? parts.Select(part => new Slip(part.Equal.Span, part.Equal.NewText))
            : [];
    }
}
