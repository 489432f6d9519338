using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Repairing;

/// <summary>A way to change some code.</summary>
/// <param name="Changes">What is replaced by what, in one file.</param>
/// <param name="Weight">How likely it is among the fixes of its pattern, from 0 to 1.</param>
internal sealed record Fix(IReadOnlyList<TextChange> Changes, double Weight)
{
    /// <summary>One text in the place of a node.</summary>
    public static Fix Replace(SyntaxNode node, string text, double weight = 1) => new([new TextChange(node.Span, text)], weight);

    /// <summary>One text in the place of a token.</summary>
    public static Fix Replace(SyntaxToken token, string text, double weight = 1) => new([new TextChange(token.Span, text)], weight);

    /// <summary>Two nodes in each other's place.</summary>
    public static Fix Swap(SyntaxNode one, SyntaxNode other, double weight = 1) => new([new TextChange(one.Span, other.ToString()), new TextChange(other.Span, one.ToString())], weight);
}
