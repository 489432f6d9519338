using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.References;

/// <summary>A value of an enumeration is taken for its neighbour.</summary>
internal sealed class EnumMemberInsteadOfAnother : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "enum-member-instead-of-another",
        Mistake: "A state, kind or mode is the one next to the one that is meant.",
        Class: BugClass.WrongReference,
        Before: "return State.Shipped;",
        After: "return State.Paid;")
    {
        Repeats = true,
        Members = "public enum State { Ordered, Paid, Shipped }",
        Signature = "public State Next()",
        LeavesAlone = ["return (State)1;"],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.SymbolOf(node) is not IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type } value || !type.Locations.Any(place => place.IsInSource))
            yield break;
        var values = type.GetMembers().OfType<IFieldSymbol>().Where(member => !member.IsObsolete()).ToList();
        var at = values.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, value));
        var other = values.ElementAtOrDefault(at == 0 ? 1 : at - 1);
        if (other is not null && !Neighbours.Mention(node, $"{node.Expression}.{other.Name}"))
            yield return new(node.Name.Span, other.Name);
    }
}
