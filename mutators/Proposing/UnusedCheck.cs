using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>
/// Whether an edit leaves something behind that nothing uses any more: a local, a parameter, a private member, a <c>using</c>, a block with
/// nothing in it. It would point at the bug, and an analyzer would.
/// </summary>
internal static class UnusedCheck
{
    public static bool Holds(Candidate candidate, SemanticModel model)
    {
        if (LeavesEmptyBlock(candidate.Replacements, model.SyntaxTree.GetRoot()))
            return false;
        var spans = candidate.Replacements.Select(edit => edit.Span).ToArray();
        var kept = new HashSet<string>(candidate.Replacements.SelectMany(edit => SyntaxFactory.ParseTokens(edit.NewText)).Select(token => token.ValueText), StringComparer.Ordinal);
        var gone = spans.Where(span => !span.IsEmpty).SelectMany(span => Names(model.SyntaxTree.GetRoot(), span)).Where(name => !kept.Contains(name.Identifier.ValueText));
        return !Mentions.Of(model).LeavesUnused(gone, kept, spans, model);
    }

    private static bool LeavesEmptyBlock(IReadOnlyList<Replacement> edits, SyntaxNode root) =>
        edits.Any(edit => string.IsNullOrWhiteSpace(edit.NewText) && !edit.Span.IsEmpty
            && root.FindNode(edit.Span).AncestorsAndSelf().FirstOrDefault(node => node is BlockSyntax && !edit.Span.Contains(node.Span)) is BlockSyntax { Statements.Count: > 0 } block
            && block.Statements.All(statement => edits.Any(gone => string.IsNullOrWhiteSpace(gone.NewText) && gone.Span.Contains(statement.Span))));

    private static IEnumerable<SimpleNameSyntax> Names(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true).DescendantNodesAndSelf(node => node.FullSpan.IntersectsWith(span))
            .OfType<SimpleNameSyntax>()
            .Where(name => span.Contains(name.Identifier.Span));
}
