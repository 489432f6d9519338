using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Code;

/// <summary>Moves statements from one depth to another with the file's own line endings and indentation.</summary>
internal static class Indentation
{
    /// <summary>What stands between two statements at this place: a blank, or a line break with the indentation of the statement.</summary>
    public static string Between(StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        return before.Trim().Length > 0 || IsOneOfSeveral(statement, text) ? " " : LineBreak(text, line) + before;
    }

    /// <summary>What stands between a statement and the next that is put behind it: after a brace also a blank line, where this file has one more often than not.</summary>
    public static string Behind(StatementSyntax statement)
    {
        var between = Between(statement);
        if (!between.Contains('\n', StringComparison.Ordinal) || !EndsWithBrace(statement))
            return between;
        var text = statement.SyntaxTree.GetText();
        var (parted, close) = (0, 0);
        foreach (var block in statement.SyntaxTree.GetRoot().DescendantNodes().OfType<BlockSyntax>())
        {
            foreach (var (first, second) in block.Statements.Zip(block.Statements.Skip(1)).Where(pair => EndsWithBrace(pair.First)))
            {
                var lines = text.Lines.GetLineFromPosition(second.SpanStart).LineNumber - text.Lines.GetLineFromPosition(first.Span.End).LineNumber;
                (parted, close) = lines > 1 ? (parted + 1, close) : (parted, close + 1);
            }
        }
        return parted > close ? between[..(between.IndexOf('\n', StringComparison.Ordinal) + 1)] + between : between;
    }

    private static bool EndsWithBrace(StatementSyntax statement) => statement.GetLastToken().IsKind(SyntaxKind.CloseBraceToken);

    /// <summary>Whether code on this line goes on behind the statement, or the statement has its whole block on the line.</summary>
    private static bool IsOneOfSeveral(StatementSyntax statement, SourceText text)
    {
        var end = text.Lines.GetLineFromPosition(statement.Span.End);
        var isOneLine = end.Start <= statement.SpanStart;
        return isOneLine && (statement.GetLastToken().GetNextToken().SpanStart < end.End || statement.DescendantNodes().Any(node => node is BlockSyntax));
    }

    /// <summary>A statement as it reads beside another; null where a text over several lines would change with its indentation.</summary>
    public static string? Beside(StatementSyntax moved, StatementSyntax neighbour) => Shifted(moved.ToString(), Between(moved), Between(neighbour), moved);

    /// <summary>What stands in a block, as it reads beside the statement that owns the block; null where it cannot be moved, or there is nothing.</summary>
    public static string? Unwrapped(BlockSyntax block, StatementSyntax owner)
    {
        if (block.Statements.Count == 0 || block.ContainsDirectives)
            return null;
        var inner = block.SyntaxTree.GetText().ToString(TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart)).Trim();
        return Shifted(inner, Between(block.Statements[0]), Between(owner), block);
    }

    private static string? Shifted(string text, string from, string to, SyntaxNode node)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return text;
        return from.Length > 1 && to.Length > 1 && !node.ContainsDirectives && !node.DescendantTokens().Any(token => token.Text.Contains('\n', StringComparison.Ordinal))
            ? text.Replace(from, to, StringComparison.Ordinal)
            : null;
    }

    private static string LineBreak(SourceText text, TextLine line)
    {
        var above = line.LineNumber > 0 ? text.Lines[line.LineNumber - 1] : line;
        var ending = text.ToString(TextSpan.FromBounds(above.End, above.EndIncludingLineBreak));
        return ending.Length > 0 ? ending : "\n";
    }
}
