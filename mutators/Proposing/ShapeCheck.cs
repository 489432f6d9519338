using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>
/// Parses the code around an edit again and compares the tree with the intended one. Text that is put in place of text may be read
/// differently by its new neighbours: <c>a &amp;&amp; b</c> put in place of <c>x</c> in <c>x || c</c> is fine, in <c>!x</c> it is not.
/// </summary>
internal sealed class ShapeCheck(SyntaxTree tree, CancellationToken cancellationToken)
{
    private readonly SyntaxNode _root = tree.GetRoot(cancellationToken);
    private readonly Dictionary<MemberDeclarationSyntax, Frame?> _members = [];
    private readonly Frame _file = Frame.OfFile(tree);

    /// <summary>The candidate, or the candidate with parentheses, whichever keeps the tree around it; null when neither does.</summary>
    public Candidate? Fit(Candidate candidate)
    {
        var frame = FrameOf(candidate.Hull);
        var moved = candidate.MovedBy(-frame.Start);
        var place = Place(moved, frame);
        var after = frame.Parse(Planting.Apply(frame.Text, moved.Replacements));
        if (Holds(moved, place, after, frame, wrapped: false) || (MovesStatements(moved, frame) && Holds(moved, Around(place), after, frame, wrapped: false)))
            return candidate;
        if (place is not ExpressionSyntax || place.Parent is ParenthesizedExpressionSyntax)
            return null;
        if (after is not null && JoinsItsNeighbour(moved, place, after, frame))
            return candidate;
        var wrapped = moved.InParentheses(place.Span);
        return Holds(wrapped, place, frame.Parse(Planting.Apply(frame.Text, wrapped.Replacements)), frame, wrapped: true) ? wrapped.MovedBy(frame.Start) : null;
    }

    private Frame FrameOf(TextSpan hull)
    {
        var around = _root.FindNode(hull).AncestorsAndSelf().OfType<MemberDeclarationSyntax>()
            .FirstOrDefault(member => member is not (EnumMemberDeclarationSyntax or GlobalStatementSyntax or BaseNamespaceDeclarationSyntax)
                && member.SpanStart < hull.Start && hull.End < member.Span.End);
        if (around is null)
            return _file;
        if (!_members.TryGetValue(around, out var frame))
            _members.Add(around, frame = Frame.OfMember(around));
        return frame ?? _file;
    }

    /// <summary>The smallest node that holds the edits and is still there after them.</summary>
    private static SyntaxNode Place(Candidate candidate, Frame frame)
    {
        var hull = candidate.Hull;
        var node = candidate.Intended is null
            ? frame.Root.FindNode(hull)
            : frame.Root.FindNode(candidate.Target, getInnermostNodeForTie: true).AncestorsAndSelf().First(at => at.Span == candidate.Target && at.RawKind == candidate.Node.RawKind);
        while (node.Parent is not null && (!node.Span.Contains(hull) || node.Span.Length + candidate.Growth == 0))
            node = node.Parent;
        return node;
    }

    /// <summary>Whether the edits put in, take out or exchange whole statements, so that only the block around them must stay what it is.</summary>
    private static bool MovesStatements(Candidate candidate, Frame frame) => candidate.Intended is null && candidate.Replacements.All(edit =>
        frame.Root.FindNode(edit.Span) is var node
        && (node is StatementSyntax or ElseClauseSyntax or FinallyClauseSyntax or MemberDeclarationSyntax || (node.Span == edit.Span && node.Parent is StatementSyntax)));

    private static SyntaxNode Around(SyntaxNode place) =>
        place.Ancestors().FirstOrDefault(node => node is BlockSyntax or SwitchSectionSyntax or MemberDeclarationSyntax) ?? place;

    private static bool Holds(Candidate candidate, SyntaxNode place, SyntaxNode? root, Frame frame, bool wrapped)
    {
        if (root is null || Frame.ErrorsIn(root) > frame.Errors)
            return false;
        if (place.Parent is null)
            return true;
        var span = new TextSpan(place.SpanStart, place.Span.Length + candidate.Growth);
        if (!root.FullSpan.Contains(span) || SameSpan(root.FindNode(span), span) is not { } now)
            return false;
        if (!SameAround(SameSpan(frame.Root.FindNode(place.Span), place.Span)!, now, candidate.Growth))
            return false;
        return candidate.Intended is { } intended
            ? IsIntended(now, span, intended, wrapped)
            : new Moved(candidate.Replacements, root).AllUntouchedSurvive(place);
    }

    /// <summary>
    /// Whether <c>b &amp;&amp; c</c> in <c>a || b &amp;&amp; c</c> became <c>b || c</c>: the tree is another, the meaning is the intended one, and
    /// nobody would write parentheses there.
    /// </summary>
    private static bool JoinsItsNeighbour(Candidate candidate, SyntaxNode place, SyntaxNode root, Frame frame) =>
        place.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.LogicalAndExpression } parent
        && parent.Right == place
        && Frame.ErrorsIn(root) <= frame.Errors
        && root.FindNode(new(parent.SpanStart, parent.Span.Length + candidate.Growth)) is BinaryExpressionSyntax { Left: BinaryExpressionSyntax left } now
        && now.RawKind == parent.RawKind && left.RawKind == parent.RawKind
        && new Moved(candidate.Replacements, root).AllUntouchedSurvive(place);

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
}
