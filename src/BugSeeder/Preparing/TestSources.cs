using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Preparing;

/// <summary>The sources of a test project, to be cut so that what is left looks as if it had always been so.</summary>
internal sealed class TestSources
{
    private const int Rounds = 5;
    private readonly ProjectCode original;
    private readonly ProjectCode project;

    /// <summary>The sources as they are.</summary>
    public TestSources(ProjectCode project)
        : this(project, project)
    {
    }

    private TestSources(ProjectCode original, ProjectCode project)
    {
        this.original = original;
        this.project = project;
    }

    /// <summary>The sources without these spans, and without what nothing refers to any more.</summary>
    public TestSources Without(IReadOnlyList<SourceSpan> spans, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var current = this;
        for (var round = 0; spans.Count > 0 && round < Rounds; round++)
        {
            names.UnionWith(spans.SelectMany(span => Tokens(span.Tree.GetRoot(cancellationToken)).Where(token => span.Span.Contains(token.Span)).Select(token => token.ValueText)));
            current = new(original, Cut(current.project, spans));
            spans =
            [
                .. new HollowTypes(original, current.project).Find(cancellationToken),
                .. new Orphans(current.project).Find(names, cancellationToken),
                .. current.EmptyRegions(cancellationToken),
            ];
        }

        return current.WithoutNewlyUnnecessaryUsings(cancellationToken);
    }

    /// <summary>Puts what changed into a tree. A file that another test project shares keeps what was cut out of it there.</summary>
    public SourceTree WriteTo(SourceTree tree)
    {
        foreach (var (path, syntax) in ChangedTrees())
            tree = IsEmpty(syntax) ? tree.Without([path]) : tree.WithText(path, syntax.GetText().ToString());
        return tree;
    }

    /// <summary>Names that are written in a file, also in strings, since data sources are named so.</summary>
    internal static IEnumerable<SyntaxToken> Tokens(SyntaxNode root) =>
        root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken));

    /// <summary>Whether nothing but usings and a namespace is left in a file. A global using is there for other files.</summary>
    private static bool IsEmpty(SyntaxTree tree) =>
        tree.GetRoot() is CompilationUnitSyntax { AttributeLists.Count: 0 } root
        && !root.Usings.Any(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
        && !root.DescendantNodes().Any(node => node is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax);

    private static ProjectCode Cut(ProjectCode project, IEnumerable<SourceSpan> spans)
    {
        var texts = spans.GroupBy(span => span.Tree).Select(file =>
        {
            var path = project.Trees.First(entry => entry.Value == file.Key).Key;
            // Neighbours that go together can leave a blank line too many that neither would alone.
            var cuts = Disjoint(Disjoint(file.Select(span => span.Span)).Select(span => SourceSpan.Tidied(file.Key, span).Span));
            return KeyValuePair.Create(path, (string?)file.Key.GetText().WithChanges(cuts.Select(span => new TextChange(span, ""))).ToString());
        });
        return project.With(texts);
    }

    private static IEnumerable<TextSpan> Disjoint(IEnumerable<TextSpan> spans)
    {
        TextSpan? open = null;
        foreach (var span in spans.Order())
        {
            if (open is { } before && span.Start <= before.End)
            {
                open = TextSpan.FromBounds(before.Start, Math.Max(before.End, span.End));
                continue;
            }

            if (open is { } done)
                yield return done;
            open = span;
        }

        if (open is { } last)
            yield return last;
    }

    private IEnumerable<KeyValuePair<string, SyntaxTree>> ChangedTrees() => project.Trees.Where(entry => original.Trees[entry.Key] != entry.Value);

    /// <summary>Regions that the cut has emptied; those that were empty before stay.</summary>
    private IEnumerable<SourceSpan> EmptyRegions(CancellationToken cancellationToken) =>
        ChangedTrees().SelectMany(entry =>
        {
            var known = Regions(original.Trees[entry.Key], cancellationToken).Select(region => region.Name).ToHashSet(StringComparer.Ordinal);
            return Regions(entry.Value, cancellationToken).Where(region => !known.Contains(region.Name)).Select(region => SourceSpan.Tidied(entry.Value, region.Span));
        });

    private static IEnumerable<(string Name, TextSpan Span)> Regions(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken);
        foreach (var region in tree.GetRoot(cancellationToken).DescendantNodes(descendIntoTrivia: true).OfType<RegionDirectiveTriviaSyntax>())
        {
            if (region.GetRelatedDirectives() is [_, var end] && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(region.FullSpan.End, end.SpanStart))))
                yield return (region.ToString(), TextSpan.FromBounds(text.Lines.GetLineFromPosition(region.SpanStart).Start, text.Lines.GetLineFromPosition(end.SpanStart).EndIncludingLineBreak));
        }
    }

    private TestSources WithoutNewlyUnnecessaryUsings(CancellationToken cancellationToken)
    {
        var spans = new List<SourceSpan>();
        foreach (var (path, tree) in ChangedTrees())
        {
            var known = Unnecessary(original, original.Trees[path], cancellationToken).Select(directive => directive.ToString()).ToHashSet(StringComparer.Ordinal);
            spans.AddRange(Unnecessary(project, tree, cancellationToken).Where(directive => !known.Contains(directive.ToString())).Select(SourceSpan.WholeLines));
        }

        return spans.Count == 0 ? this : new(original, Cut(project, spans));
    }

    private static IEnumerable<UsingDirectiveSyntax> Unnecessary(ProjectCode project, SyntaxTree tree, CancellationToken cancellationToken) =>
        project.Compilation.GetSemanticModel(tree).GetDiagnostics(null, cancellationToken)
            .Where(diagnostic => diagnostic.Id == "CS8019")
            .Select(diagnostic => tree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>())
            .OfType<UsingDirectiveSyntax>();
}
