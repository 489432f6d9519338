using System.Globalization;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Reading;

/// <summary>
/// Finds values that a C# block shows in plain comments, without an arrow: behind an expression or a declaration, or alone on the line below it. A comment may
/// also be a remark, so these are believed only where most of a document's hold.
/// </summary>
internal static class ShownValues
{
    private const int LongestText = 60;

    /// <summary>What an expression statement may be in a program; others only show something.</summary>
    private const string OnlyCallsAndTheLike = "CS0201";

    /// <summary>The values shown in a section.</summary>
    /// <param name="text">The section's text.</param>
    /// <param name="usings">The using directives that hold for the spec.</param>
    public static IEnumerable<SpecExample> In(string text, IReadOnlyList<string> usings) =>
        CSharpBlocks.In(text).SelectMany(code => InBlock(code, usings));

    private static IEnumerable<SpecExample> InBlock(string code, IReadOnlyList<string> usings)
    {
        var own = CSharpBlocks.UsingDirective().Matches(code).Select(match => match.Value.Trim()).ToList();
        if (SyntaxFactory.ParseStatement($"{{\n{CSharpBlocks.UsingDirective().Replace(code, "")}\n}}") is not BlockSyntax block || block.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error && problem.Id != OnlyCallsAndTheLike))
            yield break;
        var setup = new List<string>();
        foreach (var statement in block.Statements)
        {
            var value = ExpressionOf(statement) is null ? null : Shown(statement);
            if (value is not null)
                yield return new(string.Join('\n', setup), ExpressionOf(statement)!.ToString(), value, false, [.. usings.Union(own)]);
            if (statement is not ExpressionStatementSyntax { Expression: var alone } || (value is null && Does(alone)))
                setup.Add(statement.ToString());
        }
    }

    private static ExpressionSyntax? ExpressionOf(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax } only => only.Expression,
        LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: not LiteralExpressionSyntax and var value }] } => value,
        _ => null,
    };

    private static bool Does(ExpressionSyntax expression) => expression is InvocationExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax
        || (expression is PrefixUnaryExpressionSyntax prefix && (prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression)));

    /// <summary>What the comment behind a statement shows, or the one on the next line: there only a value that is written as C# writes it.</summary>
    private static string? Shown(StatementSyntax statement)
    {
        if (CommentIn(statement.GetTrailingTrivia()) is { } behind)
            return Value(behind) ?? (IsPlain(statement, behind) ? SymbolDisplay.FormatLiteral(behind, quote: true) : null);
        var below = statement.GetLastToken().GetNextToken().LeadingTrivia;
        return below.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).FirstOrDefault().IsKind(SyntaxKind.SingleLineCommentTrivia) && CommentIn(below) is { } alone ? Value(alone) : null;
    }

    private static string? CommentIn(SyntaxTriviaList trivia) =>
        trivia.FirstOrDefault(each => each.IsKind(SyntaxKind.SingleLineCommentTrivia)) is { RawKind: not 0 } comment ? comment.ToString()[2..].Trim() : null;

    private static string? Value(string comment) =>
        SyntaxFactory.ParseExpression(comment) is { ContainsDiagnostics: false } value && value.FullSpan.Length == comment.Length
        && value is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax } ? comment : null;

    /// <summary>Whether a comment can be the text that a call gives, written without quotes: no arrow, no sentence.</summary>
    private static bool IsPlain(StatementSyntax statement, string comment) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or MemberAccessExpressionSyntax } && comment.Length is > 0 and <= LongestText
        && comment[^1] is not ('.' or ':' or ';' or '…') && !comment.StartsWith("=>", StringComparison.Ordinal) && comment[0] != '→' && !comment.StartsWith("throws", true, CultureInfo.InvariantCulture);
}
