using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.References;

/// <summary>The limit for one thing is used for another.</summary>
internal sealed class ConstantInsteadOfAnother : Mutator<IdentifierNameSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "constant-instead-of-another",
        Mistake: "A constant is taken for another of its type.",
        Class: BugClass.WrongReference,
        Before: "return text.Length <= LongestName;",
        After: "return text.Length <= LongestCode;")
    {
        Repeats = true,
        Members = """public const int LongestName = 80; public const int LongestCode = 12; public const string Name = "x";""",
        Signature = "public static bool IsName(string text)",
        LeavesAlone =
        [
            "return text == Name;",
            "return text.Length <= Math.Max(LongestName, LongestCode);",
        ],
    };

    protected override IEnumerable<Slip> At(IdentifierNameSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.SymbolOf(node) is not IFieldSymbol { IsConst: true, ContainingType: { TypeKind: not TypeKind.Enum } type } constant || !type.Locations.Any(place => place.IsInSource))
            return [];
        return type.GetMembers().OfType<IFieldSymbol>()
            .Where(other => other.IsConst && !SymbolEqualityComparer.Default.Equals(other, constant)
                && SymbolEqualityComparer.Default.Equals(other.Type, constant.Type)
                && !Equals(other.ConstantValue, constant.ConstantValue)
                && Wording.Words(other.Name).Intersect(Wording.Words(constant.Name), StringComparer.OrdinalIgnoreCase).Any()
                && model.IsAccessible(node.SpanStart, other) && !other.IsObsolete() && !Neighbours.Mention(node, other.Name))
            .OrderByDescending(other => Names.Similarity(other.Name, constant.Name))
            .ThenBy(other => other.Name, StringComparer.Ordinal)
            .Take(1)
            .Select(other => new Slip(node.Span, other.Name));
    }
}
