using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Code;

/// <summary>Takes code out so that the file looks as if it had never been there.</summary>
internal static class Removal
{
    /// <summary>The statement with its line; null where nothing may be missing (an embedded statement, code with directives).</summary>
    public static Replacement? Of(StatementSyntax statement) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax { Statements.Count: > 1 } && !statement.ContainsDirectives
            ? new(Lines(statement.SyntaxTree.GetText(), statement.Span), "")
            : null;

    /// <summary>Anything that stands on lines of its own, with its lines.</summary>
    public static Replacement OfLines(SyntaxNode node) => new(Lines(node.SyntaxTree.GetText(), node.Span), "");

    /// <summary>All from one node to another, with its lines.</summary>
    public static Replacement OfLines(SyntaxNode first, SyntaxNode last) => new(Lines(first.SyntaxTree.GetText(), TextSpan.FromBounds(first.SpanStart, last.Span.End)), "");

    /// <summary>A member with its documentation, and with the blank line that parts it from the next or, when it is the last, from the one before.</summary>
    public static Replacement OfMember(MemberDeclarationSyntax member)
    {
        var text = member.SyntaxTree.GetText();
        var start = member.GetLeadingTrivia().Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            .Select(trivia => trivia.FullSpan.Start).DefaultIfEmpty(member.SpanStart).First();
        return new(Lines(text, TextSpan.FromBounds(start, member.Span.End)), "");
    }

    /// <summary>An <c>else</c> with what it holds.</summary>
    public static Replacement? Of(ElseClauseSyntax clause) =>
        clause.ContainsDirectives ? null : new(TextSpan.FromBounds(clause.GetFirstToken().GetPreviousToken().Span.End, clause.Span.End), "");

    /// <summary>One item of a list, with the comma that belongs to it.</summary>
    public static Replacement Of<TNode>(SeparatedSyntaxList<TNode> list, int index)
        where TNode : SyntaxNode
    {
        var start = index == 0 ? list[0].SpanStart : list[index - 1].Span.End;
        var end = index == 0 && list.Count > 1 ? list[1].SpanStart : list[index].Span.End;
        return new(TextSpan.FromBounds(start, end), "");
    }

    /// <summary>Everything from one token's end to the end of the node, such as <c>.ToList()</c>.</summary>
    public static Replacement After(SyntaxNode kept, SyntaxNode whole) => new(TextSpan.FromBounds(kept.Span.End, whole.Span.End), "");

    /// <summary>The span, or its whole lines when nothing else stands on them.</summary>
    private static TextSpan Lines(SourceText text, TextSpan span)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        var before = text.ToString(TextSpan.FromBounds(first.Start, span.Start));
        var after = text.ToString(TextSpan.FromBounds(span.End, last.End)).Trim();
        if (before.Trim().Length > 0 || (after.Length > 0 && !after.StartsWith("//", StringComparison.Ordinal)))
            return before.Trim().Length > 0
                ? TextSpan.FromBounds(first.Start + before.TrimEnd().Length, span.End)
                : TextSpan.FromBounds(span.Start, SkipBlanks(text, span.End));

        var start = first.LineNumber;
        var end = last.LineNumber + 1;
        // Without its statement, one of two blank lines around it would be left over, or stand beside a brace.
        if (end < text.Lines.Count && IsBlank(text, end) && (start == 0 || IsBlank(text, start - 1) || Ends(text, start - 1, '{')))
            end++;
        else if (start > 0 && IsBlank(text, start - 1) && end < text.Lines.Count && Starts(text, end, '}'))
            start--;
        return TextSpan.FromBounds(text.Lines[start].Start, end < text.Lines.Count ? text.Lines[end].Start : text.Length);
    }

    private static int SkipBlanks(SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;
        return position;
    }

    private static string Line(SourceText text, int number) => text.Lines[number].ToString().Trim();

    private static bool IsBlank(SourceText text, int number) => Line(text, number).Length == 0;

    private static bool Ends(SourceText text, int number, char brace) => Line(text, number).EndsWith(brace);

    private static bool Starts(SourceText text, int number, char brace) => Line(text, number).StartsWith(brace);
}
