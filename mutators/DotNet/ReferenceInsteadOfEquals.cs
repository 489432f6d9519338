using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Two equal objects count as different.</summary>
internal sealed class ReferenceInsteadOfEquals : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "reference-instead-of-equals",
        Mistake: "Objects are compared by reference where their values are meant.",
        Class: BugClass.DotNetSemantics,
        Before: "return left.Equals(right);",
        After: "return left == right;")
    {
        Members = """public sealed class Tag { public string Name { get; set; } = ""; public override bool Equals(object? obj) => obj is Tag tag && tag.Name == Name; public override int GetHashCode() => 0; }""",
        Signature = "public bool Same(Tag left, Tag right)",
        LeavesAlone =
        [
            "return left.Name.Equals(right.Name);",
            "return left.Name.Length.Equals(3);",
            "return new Version(left.Name).Equals(new Version(right.Name));",
            "object other = right; return left.Equals(other);",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } access, ArgumentList.Arguments: [var other] }
            && model.TypeOf(access.Expression) is INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: false, SpecialType: SpecialType.None } type
            && SymbolEqualityComparer.Default.Equals(type, model.TypeOf(other.Expression))
            && type.GetMembers(nameof(Equals)).Length > 0
            && type.GetMembers(WellKnownMemberNames.EqualityOperatorName).Length == 0)
            yield return new(node.Span, $"{access.Expression} == {other.Expression}");
    }
}
