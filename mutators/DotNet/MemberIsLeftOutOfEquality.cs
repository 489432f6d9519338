using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>Two things count as the same though one value differs.</summary>
internal sealed class MemberIsLeftOutOfEquality : Mutator<MethodDeclarationSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "member-is-left-out-of-equality",
        Mistake: "A member is left out of Equals and of GetHashCode.",
        Class: BugClass.DotNetSemantics,
        Before: "public bool Equals(Example? other) => other is not null && Number == other.Number && Part == other.Part; public override bool Equals(object? obj) => Equals(obj as Example); public override int GetHashCode() => HashCode.Combine(Number, Part);",
        After: "public bool Equals(Example? other) => other is not null && Number == other.Number; public override bool Equals(object? obj) => Equals(obj as Example); public override int GetHashCode() => HashCode.Combine(Number);")
    {
        Members = "public int Number { get; set; } public int Part { get; set; }",
        LeavesAlone = ["public bool Equals(Example? other) => other is not null && Number == other.Number && Part == other.Part; public override bool Equals(object? obj) => Equals(obj as Example); public override int GetHashCode() => Number;"],
    };

    protected override IEnumerable<Slip> At(MethodDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        return EqualityMembers.In(node, model).Where(part => part.Hash is not null).Select(part => new Slip([part.Equal, part.Hash!.Value]));
    }
}
