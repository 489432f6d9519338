using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>A division of whole numbers that should keep its fraction, and a cast in the wrong place or too much.</summary>
internal sealed class CastPattern : FixPattern
{
    public override double Prior => 0.6;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        switch (node)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division when context.TypeOf(division)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64:
                yield return new([new(new(division.SpanStart, 0), "(decimal)")], 1);
                yield return new([new(new(division.SpanStart, 0), "(double)")], 0.8);
                break;
            case CastExpressionSyntax cast:
                yield return Fix.Replace(cast, cast.Expression.ToString(), 0.6);
                if (cast.Expression is ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax inner })
                    yield return Fix.Replace(cast, $"({cast.Type}){inner}", 0.8);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression or (int)SyntaxKind.MultiplyExpression, Left: CastExpressionSyntax narrowed } binary:
                yield return Fix.Replace(binary, $"({narrowed.Type})({narrowed.Expression} {binary.OperatorToken} {binary.Right})", 0.8);
                break;
        }
    }
}
