using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.FromStryker;

/// <summary>
/// Turns one node into another by editing only the tokens that differ. What stays keeps its text and the spaces, comments and line
/// breaks around it; what comes is spaced as usual.
/// </summary>
internal static class TokenDiff
{
    public static IReadOnlyList<Replacement> Between(SyntaxNode before, SyntaxNode after)
    {
        var old = before.DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        // Broken code has nodes without any text.
        if (old.Length == 0)
            return [];
        // Normalizing gives the new tokens their ordinary spacing; the old ones' spacing is never looked at.
        var now = after.NormalizeWhitespace(elasticTrivia: true).DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        return [.. Changes(old, now).Select(change => Edit(old, now, change)).Where(edit => edit is not { Span.IsEmpty: true, NewText: "" })];
    }

    private static Replacement Edit(SyntaxToken[] old, SyntaxToken[] now, Change change)
    {
        var text = Text(now, change.Now, change.NowEnd);
        if (change.Old < change.OldEnd && text.Length > 0)
            return Exchange(old, now, change, text);
        if (change.Old < change.OldEnd)
            return new(Gap(old, now, change), "");
        return Insertion(old, now, change, text);
    }

    /// <summary>New tokens in place of old ones. The space before and after stays, unless there is none and must be one, or the reverse.</summary>
    private static Replacement Exchange(SyntaxToken[] old, SyntaxToken[] now, Change change, string text)
    {
        var (start, end) = (old[change.Old].SpanStart, old[change.OldEnd - 1].Span.End);
        if (change is { Old: > 0, Now: > 0 })
        {
            var previous = old[change.Old - 1];
            if (Space(now, change.Now - 1).Length == 0 && IsBlank(previous.TrailingTrivia) && IsBlank(old[change.Old].LeadingTrivia))
                start = previous.Span.End;
            else if (previous.Span.End == start)
                text = Space(now, change.Now - 1) + text;
        }
        if (change.OldEnd < old.Length && old[change.OldEnd].SpanStart == end)
            text += Space(now, change.NowEnd - 1);
        return new(TextSpan.FromBounds(start, end), text);
    }

    private static bool IsBlank(SyntaxTriviaList trivia) => trivia.All(item => string.IsNullOrWhiteSpace(item.ToFullString()));

    /// <summary>
    /// What goes, with the space on one side: after it, but before it when it is the last; and on both sides where what is left is written together.
    /// </summary>
    private static TextSpan Gap(SyntaxToken[] old, SyntaxToken[] now, Change change) => change.OldEnd < old.Length
        ? TextSpan.FromBounds(change is { Old: > 0, Now: > 0 } && Space(now, change.Now - 1).Length == 0 && IsBlank(old[change.Old - 1].TrailingTrivia) && IsBlank(old[change.Old].LeadingTrivia) ? old[change.Old - 1].Span.End : old[change.Old].SpanStart, old[change.OldEnd].SpanStart)
        : TextSpan.FromBounds(change.Old > 0 ? old[change.Old - 1].Span.End : old[0].SpanStart, old[^1].Span.End);

    private static Replacement Insertion(SyntaxToken[] old, SyntaxToken[] now, Change change, string text)
    {
        if (change.Old < old.Length)
            return new(new(old[change.Old].SpanStart, 0), text + Space(now, change.NowEnd - 1));
        return new(new(old[^1].Span.End, 0), (change.Now > 0 ? Space(now, change.Now - 1) : "") + text);
    }

    private static string Text(SyntaxToken[] tokens, int start, int end)
    {
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
            text.Append(tokens[i].Text).Append(i + 1 < end ? Space(tokens, i) : "");
        return text.ToString();
    }

    /// <summary>Whether a blank stands between a token and the next; line breaks of the normalized form count as blanks.</summary>
    private static string Space(SyntaxToken[] tokens, int index) =>
        index + 1 < tokens.Length && tokens[index].Span.End < tokens[index + 1].SpanStart ? " " : "";

    private static IEnumerable<Change> Changes(SyntaxToken[] old, SyntaxToken[] now)
    {
        var longest = Enumerable.Range(0, old.Length + 1).Select(_ => new int[now.Length + 1]).ToArray();
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                longest[i][j] = Same(old[i], now[j]) ? longest[i + 1][j + 1] + 1 : Math.Max(longest[i + 1][j], longest[i][j + 1]);
        }

        int at = 0, to = 0;
        while (at < old.Length || to < now.Length)
        {
            var (start, startNow) = (at, to);
            while ((at < old.Length || to < now.Length) && !(at < old.Length && to < now.Length && Same(old[at], now[to])))
            {
                if (to == now.Length || (at < old.Length && longest[at + 1][to] >= longest[at][to + 1]))
                    at++;
                else
                    to++;
            }
            if (start < at || startNow < to)
                yield return new(start, at, startNow, to);
            at++;
            to++;
        }
    }

    private static bool Same(SyntaxToken old, SyntaxToken now) => old.RawKind == now.RawKind && old.Text == now.Text;

    private sealed record Change(int Old, int OldEnd, int Now, int NowEnd);
}
