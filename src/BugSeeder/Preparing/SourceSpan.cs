using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Preparing;

/// <summary>Text to cut out of a file so that no trace of it stays: no stray indentation, no blank line too many.</summary>
internal sealed record SourceSpan(SyntaxTree Tree, TextSpan Span)
{
    /// <summary>A declaration with its comments and one of the blank lines around it. Directives before it stay.</summary>
    public static SourceSpan Of(SyntaxNode declaration)
    {
        var text = declaration.SyntaxTree.GetText();
        var leading = declaration.GetLeadingTrivia();
        var directive = leading.LastOrDefault(trivia => trivia.IsDirective);
        var start = directive.IsKind(SyntaxKind.None) ? declaration.FullSpan.Start : directive.FullSpan.End;
        var end = declaration.FullSpan.End;
        // The first declaration of its kind has no blank line before it: the one behind it goes instead.
        if (start == 0 || !StartsBlank(text, start))
            end = AfterBlankLines(text, end);
        return new(declaration.SyntaxTree, TextSpan.FromBounds(start, Math.Max(start, end)));
    }

    /// <summary>An attribute with its list if it is alone in it, otherwise with one of the commas beside it.</summary>
    public static SourceSpan Of(Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax attribute)
    {
        var list = (Microsoft.CodeAnalysis.CSharp.Syntax.AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count == 1)
            return WholeLines(list);
        var index = list.Attributes.IndexOf(attribute);
        var span = index > 0
            ? TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End)
            : TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart);
        return new(attribute.SyntaxTree, span);
    }

    /// <summary>A node with the lines it stands on, where nothing else stands on them.</summary>
    public static SourceSpan WholeLines(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        var isFirst = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart)));
        var last = text.Lines.GetLineFromPosition(node.Span.End);
        var isLast = node.GetLastToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        return isFirst && isLast
            ? new(node.SyntaxTree, TextSpan.FromBounds(line.Start, last.EndIncludingLineBreak))
            : new(node.SyntaxTree, TextSpan.FromBounds(node.SpanStart, node.GetLastToken().GetNextToken().SpanStart));
    }

    private static bool StartsBlank(SourceText text, int position) => string.IsNullOrWhiteSpace(text.Lines.GetLineFromPosition(position).ToString());

    private static int AfterBlankLines(SourceText text, int position)
    {
        while (position < text.Length && text.Lines.GetLineFromPosition(position) is var line && line.Start == position && string.IsNullOrWhiteSpace(line.ToString()))
            position = line.EndIncludingLineBreak;
        return position;
    }
}
