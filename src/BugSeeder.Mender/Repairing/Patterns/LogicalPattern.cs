using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>And for or, or for and; one side of it alone; also in patterns.</summary>
internal sealed class LogicalPattern : FixPattern
{
    public override double Prior => 0.8;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        switch (node)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } binary:
                // Text is replaced, so what binds more tightly is put in brackets.
                if (binary.IsKind(SyntaxKind.LogicalAndExpression) && binary.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression })
                    yield return Fix.Replace(binary.OperatorToken, "||");
                else if (binary.IsKind(SyntaxKind.LogicalOrExpression) && binary.Left is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } && binary.Parent is not BinaryExpressionSyntax)
                    yield return Fix.Replace(binary.OperatorToken, "&&");
                else
                    yield return Fix.Replace(binary, $"({binary.Left} {(binary.IsKind(SyntaxKind.LogicalAndExpression) ? "||" : "&&")} {binary.Right})");
                yield return Fix.Replace(binary, binary.Left.ToString(), 0.5);
                yield return Fix.Replace(binary, binary.Right.ToString(), 0.5);
                break;
            case BinaryPatternSyntax pattern:
                yield return Fix.Replace(pattern.OperatorToken, pattern.IsKind(SyntaxKind.AndPattern) ? "or" : "and");
                yield return Fix.Replace(pattern, pattern.Left.ToString(), 0.5);
                yield return Fix.Replace(pattern, pattern.Right.ToString(), 0.5);
                break;
        }
    }
}
