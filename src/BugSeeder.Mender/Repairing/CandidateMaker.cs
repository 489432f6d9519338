using BugSeeder.Code;
using BugSeeder.Hosting;
using BugSeeder.Mender.Locating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Repairing;

/// <summary>Makes the patches to try, the most promising first: suspicion × prior × weight, then the smaller, then the earlier.</summary>
internal static class CandidateMaker
{
    /// <summary>Members that the clause names are likelier to be meant, and so are members of types that it names.</summary>
    private const double NamedMember = 1.2;
    private const double NamedType = 1.1;

    /// <summary>A fresh process costs many times what a delta does, so what needs one waits a little.</summary>
    private const double Waiting = 0.7;

    /// <summary>The candidates.</summary>
    public static IReadOnlyList<Candidate> Make(IReadOnlyList<ProjectCode> products, Suspicion suspicion, ClauseFacts facts, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        foreach (var file in suspicion.Places(products).GroupBy(place => (place.Project, place.File)))
        {
            var context = new FixContext(file.Key.Project, file.Key.File, facts, cancellationToken);
            foreach (var node in Nodes(context.Root, [.. file.Select(place => place.Span)]))
            {
                if (suspicion.Of(context.Tree, file.Key.File, SpanOf(node)) is var suspected && suspected <= 0)
                    continue;
                var isOnce = suspicion.IsOnce(file.Key.File, SpanOf(node));
                var weighted = suspected * Named(node, facts) * (isOnce ? Waiting : 1);
                candidates.AddRange(FixCatalogue.All.SelectMany(pattern => pattern.At(node, context)
                    .Select(fix => new Candidate(file.Key.Project, file.Key.File, fix.Changes, pattern.GetType().Name[..^"Pattern".Length], Math.Round(weighted * pattern.Prior * fix.Weight, 9)) { IsOnce = isOnce })));
            }
        }

        return [.. candidates
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Size).ThenBy(candidate => candidate.File, StringComparer.Ordinal).ThenBy(candidate => candidate.Span.Start)
            .DistinctBy(candidate => (candidate.File, string.Join('|', candidate.Changes.Select(change => $"{change.Span}{change.NewText}"))))];
    }

    private static IEnumerable<SyntaxNode> Nodes(SyntaxNode root, List<TextSpan> spans) => root
        .DescendantNodes(node => spans.Exists(span => span.IntersectsWith(node.Span)))
        .Where(node => spans.Exists(span => span.Contains(SpanOf(node))));

    /// <summary>The stretch of code that a block is has its braces outside.</summary>
    private static TextSpan SpanOf(SyntaxNode node) => node is BlockSyntax block ? MethodBodies.Inside(block) : node.Span;

    private static double Named(SyntaxNode node, ClauseFacts facts)
    {
        var member = FixContext.MemberAround(node) switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            BaseFieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => variable.Identifier.ValueText,
            _ => "",
        };
        var type = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText ?? "";
        return (facts.Names.Contains(member) ? NamedMember : 1) * (facts.Names.Contains(type) ? NamedType : 1);
    }
}
