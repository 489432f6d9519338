using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Literals;

/// <summary>A number is one off.</summary>
internal sealed class NumberIsOffByOne : Mutator<LiteralExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "number-is-off-by-one",
        Mistake: "A whole number is one too large or one too small.",
        Class: BugClass.Literal,
        Before: "return tries < 3;",
        After: "return tries < 2;")
    {
        Repeats = true,
        Signature = "public bool MayRetry(int tries)",
        LeavesAlone =
        [
            "return tries < 0x10;",
            "return tries switch { 3 => true, _ => false };",
            "return tries * 2 < Environment.ProcessorCount;",
            "var limit = Environment.ProcessorCount > tries ? 1 : 2; return tries < limit;",
        ],
    };

    protected override IEnumerable<Slip> At(LiteralExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Token is { Value: int value } token && token.Text.All(char.IsAsciiDigit) && !IsLabel(node) && !(value == 0 && node.Parent is EqualsValueClauseSyntax)
            && (value < 2 ? value + 1 : value - 1).ToString() is var other
            && !Neighbours.Mention(node, other)
            && !(other == "1" && node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression }))
            yield return new(node.Span, other) { Confuses = token.Text.Length > 1 ? null : $"{node.SpanStart}" };
    }

    /// <summary>A label of a case: the number beside it is often there already.</summary>
    private static bool IsLabel(LiteralExpressionSyntax node) =>
        node.Parent is ConstantPatternSyntax or CaseSwitchLabelSyntax or EqualsValueClauseSyntax { Parent: EnumMemberDeclarationSyntax };
}
