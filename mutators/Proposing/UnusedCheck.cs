using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>
/// Whether an edit leaves something behind that nothing uses any more: a local, a parameter, a private member, a <c>using</c>. It would point
/// at the bug, and an analyzer would.
/// </summary>
internal static class UnusedCheck
{
    public static bool Holds(Candidate candidate, SemanticModel model)
    {
        var spans = candidate.Replacements.Select(edit => edit.Span).ToArray();
        var kept = new HashSet<string>(candidate.Replacements.SelectMany(edit => SyntaxFactory.ParseTokens(edit.NewText)).Select(token => token.ValueText), StringComparer.Ordinal);
        var gone = spans.Where(span => !span.IsEmpty).SelectMany(span => Names(model.SyntaxTree.GetRoot(), span)).Where(name => !kept.Contains(name.Identifier.ValueText));
        return !Mentions.Of(model).LeavesUnused(gone, spans, model);
    }

    private static IEnumerable<SimpleNameSyntax> Names(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true).DescendantNodesAndSelf(node => node.FullSpan.IntersectsWith(span))
            .OfType<SimpleNameSyntax>()
            .Where(name => span.Contains(name.Identifier.Span));
}
