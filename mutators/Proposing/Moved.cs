using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>Where the parts of a tree went when text was edited.</summary>
internal sealed class Moved(IReadOnlyList<Replacement> edits, SyntaxNode rootAfter)
{
    /// <summary>
    /// Each largest part of <paramref name="place"/> that no edit touches is still one part, of the same kind. In <c>a - b + c</c>
    /// with <c>+</c> turned into <c>*</c>, for one, <c>a - b</c> is none any more.
    /// </summary>
    public bool AllUntouchedSurvive(SyntaxNode place) =>
        place.ChildNodes().All(child => IsTouched(child.Span) ? AllUntouchedSurvive(child) : Survives(child));

    private bool IsTouched(TextSpan span) =>
        edits.Any(edit => edit.Span.IsEmpty
            ? span.Start < edit.Span.Start && edit.Span.Start < span.End
            : edit.Span.OverlapsWith(span));

    private bool Survives(SyntaxNode child)
    {
        // Missing nodes of broken code, and empty ones, have no place of their own.
        if (child.Span.IsEmpty)
            return true;
        var shift = edits.Where(edit => edit.Span.End <= child.SpanStart).Sum(edit => edit.NewText.Length - edit.Span.Length);
        var span = new TextSpan(child.SpanStart + shift, child.Span.Length);
        return rootAfter.FullSpan.Contains(span)
            && rootAfter.FindNode(span, getInnermostNodeForTie: true)
                .AncestorsAndSelf()
                .TakeWhile(node => node.Span == span)
                .Any(node => node.RawKind == child.RawKind);
    }
}
