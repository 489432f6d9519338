using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.References;

/// <summary>A property or field is taken for another of the same object.</summary>
internal sealed class MemberInsteadOfAnother : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "member-instead-of-another",
        Mistake: "A member of the same type is read where another is meant.",
        Class: BugClass.WrongReference,
        Before: "return span.Start;",
        After: "return span.End;")
    {
        Repeats = true,
        Members = "public class Span { public int Start { get; set; } public int End { get; set; } }",
        Signature = "public int From(Span span)",
        LeavesAlone =
        [
            "span.Start = 3; return 0;",
            "return span.ToString().Length;",
        ],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.IsWritten() || node.Parent is InvocationExpressionSyntax || Nulls.IsWatchedCheck(node, model)
            || model.SymbolOf(node) is not (IPropertySymbol or IFieldSymbol { ContainingType.TypeKind: not TypeKind.Enum }) and not null
            || model.SymbolOf(node) is not { } member)
            return [];
        var owner = member.IsStatic ? member.ContainingType : model.TypeOf(node.Expression);
        // Which culture is meant is a mistake of its own.
        if (owner is null or IErrorTypeSymbol || owner.Is("System.Globalization.CultureInfo"))
            return [];
        return Scope.Siblings(member, owner, node.SpanStart, model)
            .Where(other => !Names.AreTheSame(other.Name, member.Name) && !Neighbours.Mention(node, $"{node.Expression}.{other.Name}"))
            .Take(2)
            .Where((other, rank) => rank == 0 || Names.Similarity(other.Name, member.Name) > 0.4)
            .Select(other => new Slip(node.Name.Span, other.Name));
    }
}
