using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Another operation, the inverse first; also in assignments, steps up and down, shifts and bits.</summary>
internal sealed class ArithmeticPattern : FixPattern
{
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["+"] = ["-", "*", "/"],
        ["-"] = ["+", "*", "/"],
        ["*"] = ["/", "+", "-", "%"],
        ["/"] = ["*", "%", "-"],
        ["%"] = ["/", "*"],
        ["+="] = ["-=", "="],
        ["-="] = ["+=", "="],
        ["*="] = ["/=", "="],
        ["/="] = ["*=", "="],
        ["="] = ["+=", "-="],
        ["++"] = ["--"],
        ["--"] = ["++"],
        ["<<"] = [">>"],
        [">>"] = ["<<"],
        ["&"] = ["|", "^"],
        ["|"] = ["&", "^"],
        ["^"] = ["|", "&"],
    };

    public override double Prior => 0.8;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        var token = node switch
        {
            BinaryExpressionSyntax binary when context.TypeOf(binary)?.SpecialType != SpecialType.System_String => binary.OperatorToken,
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax or ForStatementSyntax } assignment => assignment.OperatorToken,
            PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken,
            PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) => prefix.OperatorToken,
            _ => default,
        };
        if (node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus)
            return [Fix.Replace(minus, minus.Operand.ToString())];
        return Others.TryGetValue(token.Text ?? "", out var others) ? others.Select((other, rank) => Fix.Replace(token, other, rank == 0 && token.Text != "=" ? 1 : 0.4)) : [];
    }
}
