using BugSeeder.Code;
using BugSeeder.Hosting;
using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Locating;
using BugSeeder.Mender.Repairing.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Repairing;

/// <summary>Makes the patches to try, the most promising first: suspicion × prior × weight, then the smaller, then the earlier.</summary>
internal static class CandidateMaker
{
    /// <summary>Members that the clause names are likelier to be meant, and so are members of types that it names.</summary>
    private const double NamedMember = 1.4;
    private const double NamedType = 1.2;

    /// <summary>A failing test is mostly named after what is wrong.</summary>
    private const double Subject = 1.5;

    /// <summary>Where what fails should be refused, guards are likelier to be wrong or missing than anything else.</summary>
    public const double Guarding = 1.6;

    /// <summary>A fresh process costs many times what a delta does, so what needs one waits a little.</summary>
    private const double Waiting = 0.5;

    /// <summary>More than can be tried: the least suspicious places are left out.</summary>
    private const int Most = 12_000;

    /// <summary>What brings the code to agree with a clause is the likeliest of all.</summary>
    private const double Proposed = 2;

    /// <summary>The candidates.</summary>
    public static IReadOnlyList<Candidate> Make(IReadOnlyList<ProjectCode> products, Suspicion suspicion, ClauseFacts facts, IReadOnlyList<CodeDeparture> readings, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        var contexts = new Dictionary<(string Project, string File), FixContext>();
        foreach (var place in PlacesOf(products, suspicion, facts, cancellationToken).OrderByDescending(place => place.Weight))
        {
            if (candidates.Count > Most)
                break;
            if (!contexts.TryGetValue((place.Project.Project, place.File), out var context))
                contexts[(place.Project.Project, place.File)] = context = new(place.Project, place.File, facts, cancellationToken);
            var covering = place.IsOnce ? null : suspicion.PassingAt(place.File, SpanOf(place.Node));
            var fails = place.IsOnce ? null : suspicion.FailingAt(place.File, SpanOf(place.Node));
            candidates.AddRange(FixCatalogue.All.SelectMany(pattern => pattern.At(place.Node, context)
                .Select(fix => new Candidate(place.Project, [new(place.File, [.. fix.Changes.OrderBy(change => change.Span.Start)])], pattern.GetType().Name[..^"Pattern".Length], Math.Round(place.Weight * pattern.Prior * fix.Weight * (facts.AskToRefuse && IsGuarding(pattern, place.Node) ? Guarding : 1), 9)) { IsOnce = place.IsOnce, Guards = IsGuarding(pattern, place.Node), Covering = covering, Fails = fails })));
        }

        candidates.AddRange(readings.SelectMany(reading => reading.Proposals.Select((changes, rank) =>
            new Candidate(reading.Place.Project, [new(reading.Place.File, [.. changes.OrderBy(change => change.Span.Start)])], reading.Convention, Proposed / (1 + rank)))));
        candidates.AddRange(Twins.Of(candidates));
        return [.. candidates
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Size).ThenBy(candidate => candidate.File, StringComparer.Ordinal).ThenBy(candidate => candidate.Span.Start)
            .DistinctBy(candidate => (candidate.File, string.Join('|', candidate.Files.SelectMany(file => file.Changes.Select(change => $"{file.File}{change.Span}{change.NewText}")))))];
    }

    private static IEnumerable<(ProjectCode Project, string File, SyntaxNode Node, double Weight, bool IsOnce)> PlacesOf(IReadOnlyList<ProjectCode> products, Suspicion suspicion, ClauseFacts facts, CancellationToken cancellationToken)
    {
        foreach (var file in suspicion.Places(products).GroupBy(place => (place.Project, place.File)))
        {
            var tree = file.Key.Project.Trees[file.Key.File];
            foreach (var node in Nodes(tree.GetRoot(cancellationToken), [.. file.Select(place => place.Span)]))
            {
                var suspected = suspicion.Of(tree, file.Key.File, SpanOf(node));
                var isOnce = suspicion.IsOnce(file.Key.File, SpanOf(node));
                if (suspected > 0)
                    yield return (file.Key.Project, file.Key.File, node, suspected * Named(node, facts) * (isOnce ? Waiting : 1), isOnce);
            }
        }
    }

    private static IEnumerable<SyntaxNode> Nodes(SyntaxNode root, List<TextSpan> spans) => root
        .DescendantNodes(node => spans.Exists(span => span.IntersectsWith(node.Span)))
        .Where(node => spans.Exists(span => span.Contains(SpanOf(node))));

    /// <summary>The stretch of code that a block is has its braces outside.</summary>
    private static TextSpan SpanOf(SyntaxNode node) => node is BlockSyntax block ? MethodBodies.Inside(block) : node.Span;

    /// <summary>Whether a pattern puts in a guard, or changes when one refuses.</summary>
    private static bool IsGuarding(FixPattern pattern, SyntaxNode node) => pattern is GuardPattern
        || node.AncestorsAndSelf().TakeWhile(outer => outer is not MemberDeclarationSyntax).OfType<IfStatementSyntax>().Any(guard => guard.Condition.Span.Contains(node.Span) && guard.Statement is ThrowStatementSyntax or BlockSyntax { Statements: [.., ThrowStatementSyntax] });

    private static double Named(SyntaxNode node, ClauseFacts facts)
    {
        var member = FixContext.MemberAround(node) switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            ConstructorDeclarationSyntax maker => maker.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            BaseFieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => variable.Identifier.ValueText,
            _ => "",
        };
        var type = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText ?? "";
        return (facts.Names.Contains(member) ? NamedMember : 1) * (facts.Names.Contains(type) ? NamedType : 1) * (facts.Subjects.Contains(type) ? Subject : 1);
    }
}
