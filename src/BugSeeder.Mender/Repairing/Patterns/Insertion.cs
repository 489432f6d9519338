using BugSeeder.Mender.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Statements put in, on lines of their own and indented like their neighbours.</summary>
internal static class Insertion
{
    /// <summary>A statement at the beginning of a block.</summary>
    public static Fix Before(BlockSyntax block, string statement, double weight) => block.Statements is [var first, ..]
        ? Before(first, statement, weight)
        : new([new(new(block.OpenBraceToken.Span.End, 0), NewLine(block) + Indentation.Indented(statement, Indentation.Of(block) + "    ", NewLine(block)))], weight);

    /// <summary>A statement before another.</summary>
    public static Fix Before(StatementSyntax next, string statement, double weight)
    {
        var indent = Indentation.Of(next);
        return new([new(new(next.SpanStart, 0), Flush(statement, indent, NewLine(next)) + NewLine(next) + indent)], weight);
    }

    /// <summary>A statement behind another.</summary>
    public static Fix After(StatementSyntax last, string statement, double weight)
    {
        var indent = Indentation.Of(last);
        return new([new(new(last.Span.End, 0), NewLine(last) + indent + Flush(statement, indent, NewLine(last)))], weight);
    }

    /// <summary>A line before another.</summary>
    public static Fix Line(SyntaxNode next, string line, double weight) =>
        new([new(new(next.SpanStart, 0), line + (next.GetFirstToken().GetPreviousToken().TrailingTrivia.ToFullString().Contains('\n', StringComparison.Ordinal) ? NewLine(next) + Indentation.Of(next) : " "))], weight);

    /// <summary>A statement taken away, with its line.</summary>
    public static Fix Without(StatementSyntax statement, double weight)
    {
        var text = statement.SyntaxTree.GetText();
        var (first, last) = (text.Lines.GetLineFromPosition(statement.SpanStart), text.Lines.GetLineFromPosition(statement.Span.End));
        var isAlone = text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.Start, statement.SpanStart)).Trim().Length == 0 && text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(statement.Span.End, last.End)).Trim().Length == 0;
        return new([new(isAlone ? Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : statement.Span, "")], weight);
    }

    /// <summary>The text with its further lines at another depth: a statement's text begins where its first line's indentation ends.</summary>
    private static string Flush(string statement, string indent, string newLine)
    {
        var lines = statement.ReplaceLineEndings("\n").Split('\n');
        var least = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        var isBlock = lines is [_, .., var end] && end.Trim() is "}" or "};";
        return string.Join(newLine, lines.Select((line, number) => number == 0 ? line : indent + (isBlock ? "" : "    ") + (line.Length >= least ? line[least..] : line)));
    }

    private static string NewLine(SyntaxNode node) => node.SyntaxTree.GetText().ToString().Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
}
