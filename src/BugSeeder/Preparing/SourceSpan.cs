using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Preparing;

/// <summary>Text to cut out of a file so that no trace of it stays: no stray indentation, no blank line too many.</summary>
internal sealed record SourceSpan(SyntaxTree Tree, TextSpan Span)
{
    /// <summary>A declaration with its comments and one of the blank lines around it. Directives before it stay.</summary>
    public static SourceSpan Of(SyntaxNode declaration) => Tidied(declaration.SyntaxTree, TextSpan.FromBounds(StartOf(declaration), declaration.FullSpan.End));

    /// <summary>Some attributes of a list: the whole list if it has no others, otherwise each with one of the commas beside it.</summary>
    public static IEnumerable<SourceSpan> Of(AttributeListSyntax list, IReadOnlyCollection<AttributeSyntax> gone)
    {
        var all = list.Attributes;
        if (gone.Count == all.Count)
            return [WholeLines(list)];
        var firstKept = all.IndexOf(all.First(attribute => !gone.Contains(attribute)));
        return Enumerable.Range(0, all.Count).Where(index => gone.Contains(all[index])).Select(index => new SourceSpan(list.SyntaxTree, index > firstKept
            ? TextSpan.FromBounds(all[index - 1].Span.End, all[index].Span.End)
            : TextSpan.FromBounds(all[index].SpanStart, all[index + 1].SpanStart)));
    }

    /// <summary>A node with the lines it stands on, where nothing else stands on them, and with the comments that are about it alone.</summary>
    public static SourceSpan WholeLines(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        var isFirst = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart)));
        var last = text.Lines.GetLineFromPosition(node.Span.End);
        var isLast = node.GetLastToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var span = (isFirst, isLast) switch
        {
            // What stands above the first attribute is about the member, not about the attribute.
            (true, true) => TextSpan.FromBounds(node is AttributeListSyntax && node.Parent!.ChildNodes().First() != node ? StartOf(node) : line.Start, last.EndIncludingLineBreak),
            (false, true) => TextSpan.FromBounds(node.GetFirstToken().GetPreviousToken().Span.End, last.End),
            _ => TextSpan.FromBounds(node.SpanStart, node.GetLastToken().GetNextToken().SpanStart),
        };
        return new(node.SyntaxTree, span);
    }

    /// <summary>Whole lines, wider by the blank lines that would be one too many without them.</summary>
    public static SourceSpan Tidied(SyntaxTree tree, TextSpan span)
    {
        var text = tree.GetText();
        var (start, end) = (span.Start, span.End);
        if (!IsLineStart(text, start) || !(IsLineStart(text, end) || end == text.Length))
            return new(tree, span);
        var blanksBelow = end;
        while (blanksBelow < text.Length && text.Lines.GetLineFromPosition(blanksBelow) is var line && IsBlank(line))
            blanksBelow = line.EndIncludingLineBreak;
        if (start == 0 || Before(text, start) is var before && (IsBlank(before) || before.ToString().TrimEnd().EndsWith('{')))
            end = blanksBelow;
        // The first declaration of its kind has no blank line of its own: the one behind it goes instead.
        else if (!IsBlank(text.Lines.GetLineFromPosition(start)))
            end = blanksBelow;
        if (blanksBelow == text.Length || text.Lines.GetLineFromPosition(blanksBelow).ToString().TrimStart().StartsWith('}'))
        {
            while (start > 0 && Before(text, start) is var line && IsBlank(line))
                start = line.Start;
        }

        return new(tree, TextSpan.FromBounds(start, end));
    }

    /// <summary>Where a node starts with its comments, behind the last directive.</summary>
    private static int StartOf(SyntaxNode node) =>
        node.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsDirective) is var directive && directive.IsKind(SyntaxKind.None) ? node.FullSpan.Start : directive.FullSpan.End;

    private static bool IsLineStart(SourceText text, int position) => text.Lines.GetLineFromPosition(position).Start == position;

    private static TextLine Before(SourceText text, int start) => text.Lines[text.Lines.GetLineFromPosition(start).LineNumber - 1];

    private static bool IsBlank(TextLine line) => string.IsNullOrWhiteSpace(line.ToString());
}
