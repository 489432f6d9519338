using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>A division of whole numbers that should keep its fraction, and a cast in the wrong place or too much.</summary>
internal sealed class CastPattern : FixPattern
{
    /// <summary>What looks wrong to a reader who knows no spec comes before all that does not.</summary>
    private const double Smell = 3;

    public override double Prior => 0.6;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        switch (node)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division when context.TypeOf(division)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64:
                // A quotient of whole numbers that becomes a fraction only afterwards is a mistake by itself (FindBugs, ICAST_IDIV_CAST_TO_DOUBLE).
                var becomes = context.Model.GetTypeInfo(division, context.CancellationToken).ConvertedType?.SpecialType;
                yield return new([new(new(division.SpanStart, 0), "(decimal)")], becomes == SpecialType.System_Decimal ? Smell : 1);
                yield return new([new(new(division.SpanStart, 0), "(double)")], becomes == SpecialType.System_Double ? Smell : 0.8);
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
