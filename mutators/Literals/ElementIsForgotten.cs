using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Literals;

/// <summary>A list lacks its last item.</summary>
internal sealed class ElementIsForgotten : Mutator<ExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "element-is-forgotten",
        Mistake: "One item of a list of values is missing.",
        Class: BugClass.Literal,
        Before: """return ["Mon", "Tue", "Wed"];""",
        After: """return ["Mon", "Tue"];""")
    {
        Signature = "public string[] Days()",
        LeavesAlone =
        [
            """return ["Mon"];""",
            """return new string[2] { "Mon", "Tue" };""",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression } values)
            return values.Parent is not ArrayCreationExpressionSyntax array || HasNoSize(array) ? WithoutLast(values.Expressions, model) : [];
        return node is CollectionExpressionSyntax collection ? WithoutLast(collection.Elements, model) : [];
    }

    private static IEnumerable<Slip> WithoutLast<TNode>(SeparatedSyntaxList<TNode> items, SemanticModel model)
        where TNode : SyntaxNode
    {
        if (items.Count > 1 && !items[^1].ContainsDirectives && Declared.LeavesNoLocalUnused(items[^1], model))
            yield return Removal.Of(items, items.Count - 1);
    }

    private static bool HasNoSize(ArrayCreationExpressionSyntax array) =>
        array.Type.RankSpecifiers.All(rank => rank.Sizes.All(size => size is OmittedArraySizeExpressionSyntax));
}
