using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>
/// Parses a file again after an edit and compares the tree with the intended one. Text that is put in place of text may be read
/// differently by its new neighbours: <c>a &amp;&amp; b</c> put in place of <c>x</c> in <c>x || c</c> is fine, in <c>!x</c> it is not.
/// </summary>
internal sealed class ShapeCheck(SyntaxTree tree, CancellationToken cancellationToken)
{
    private readonly SyntaxNode _root = tree.GetRoot(cancellationToken);
    private readonly SourceText _text = tree.GetText(cancellationToken);
    private readonly int _errors = Errors(tree, cancellationToken);

    /// <summary>The candidate, or the candidate with parentheses, whichever keeps the tree around it; null when neither does.</summary>
    public Candidate? Fit(Candidate candidate)
    {
        var place = Place(candidate);
        if (Holds(candidate, place, wrapped: false))
            return candidate;
        if (place is not ExpressionSyntax || place.Parent is ParenthesizedExpressionSyntax)
            return null;
        if (JoinsItsNeighbour(candidate, place))
            return candidate;
        var wrapped = candidate.InParentheses(place.Span);
        return Holds(wrapped, place, wrapped: true) ? wrapped : null;
    }

    /// <summary>The smallest node that holds the edits and is still there after them.</summary>
    private SyntaxNode Place(Candidate candidate)
    {
        var hull = candidate.Hull;
        var node = candidate.Intended is null ? _root.FindNode(hull) : candidate.Node;
        while (node.Parent is not null && (!node.Span.Contains(hull) || node.Span.Length + candidate.Growth == 0))
            node = node.Parent;
        return node;
    }

    private bool Holds(Candidate candidate, SyntaxNode place, bool wrapped)
    {
        var after = tree.WithChangedText(Planting.Apply(_text, candidate.Replacements));
        if (Errors(after, cancellationToken) > _errors)
            return false;

        var root = after.GetRoot(cancellationToken);
        var span = new TextSpan(place.SpanStart, place.Span.Length + candidate.Growth);
        if (place.Parent is null)
            return true;
        if (!root.FullSpan.Contains(span) || SameSpan(root.FindNode(span), span) is not { } now)
            return false;
        if (!SameAround(SameSpan(_root.FindNode(place.Span), place.Span)!, now, candidate.Growth))
            return false;

        return candidate.Intended is { } intended
            ? IsIntended(now, span, intended, wrapped)
            : new Moved(candidate.Replacements, root).AllUntouchedSurvive(place);
    }

    /// <summary>
    /// Whether <c>b &amp;&amp; c</c> in <c>a || b &amp;&amp; c</c> became <c>b || c</c>: the tree is another, the meaning is the intended one, and
    /// nobody would write parentheses there.
    /// </summary>
    private bool JoinsItsNeighbour(Candidate candidate, SyntaxNode place)
    {
        if (place.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.LogicalAndExpression } parent || parent.Right != place)
            return false;
        var after = tree.WithChangedText(Planting.Apply(_text, candidate.Replacements));
        return Errors(after, cancellationToken) <= _errors
            && after.GetRoot(cancellationToken).FindNode(new(parent.SpanStart, parent.Span.Length + candidate.Growth)) is BinaryExpressionSyntax { Left: BinaryExpressionSyntax left } now
            && now.RawKind == parent.RawKind && left.RawKind == parent.RawKind
            && new Moved(candidate.Replacements, after.GetRoot(cancellationToken)).AllUntouchedSurvive(place);
    }

    private static SyntaxNode? SameSpan(SyntaxNode node, TextSpan span) => node.Span == span ? node : null;

    /// <summary>From a place upwards, everything is of the same kind, with as many children, and as long as it should be.</summary>
    private static bool SameAround(SyntaxNode before, SyntaxNode after, int growth)
    {
        while (before.Parent is { } parent)
        {
            if (after.Parent is not { } parentNow
                || parent.RawKind != parentNow.RawKind
                || parent.Span.Length + growth != parentNow.Span.Length
                || parent.ChildNodesAndTokens().Count != parentNow.ChildNodesAndTokens().Count)
                return false;
            (before, after) = (parent, parentNow);
        }
        return after.Parent is null;
    }

    private static bool IsIntended(SyntaxNode outermost, TextSpan span, SyntaxNode intended, bool wrapped)
    {
        var nodes = outermost.DescendantNodesAndSelf(node => node.Span.Contains(span)).Where(node => node.Span == span);
        if (wrapped)
            nodes = nodes.OfType<ParenthesizedExpressionSyntax>().Select(node => node.Expression);
        return nodes.Any(node => SyntaxFactory.AreEquivalent(node, intended));
    }

    private static int Errors(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetDiagnostics(cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
