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
            names.UnionWith(spans.SelectMany(span => Names(span.Tree.GetRoot(cancellationToken), span.Span)));
            current = new(original, Cut(current.project, spans));
            spans = [.. current.EmptyTypes(cancellationToken), .. current.Orphans(names, cancellationToken)];
        }

        return current.WithoutNewlyUnnecessaryUsings(cancellationToken);
    }

    /// <summary>Puts what changed into a tree.</summary>
    public SourceTree WriteTo(SourceTree tree)
    {
        foreach (var (path, syntax) in project.Trees)
        {
            if (tree.Files[path].Text is { } before && syntax.GetText().ToString() is var after && before != after)
                tree = tree.WithText(path, after);
        }

        return tree.Without(ChangedTrees().Where(entry => IsEmpty(entry.Value)).Select(entry => entry.Key));
    }

    /// <summary>Whether nothing but usings and a namespace is left in a file.</summary>
    private static bool IsEmpty(SyntaxTree tree) =>
        tree.GetRoot() is CompilationUnitSyntax { AttributeLists.Count: 0 } root && !root.DescendantNodes().Any(node => node is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax);

    private static ProjectCode Cut(ProjectCode project, IEnumerable<SourceSpan> spans)
    {
        var texts = spans.GroupBy(span => span.Tree).Select(file =>
        {
            var path = project.Trees.First(entry => entry.Value == file.Key).Key;
            var text = file.Key.GetText().WithChanges(Disjoint(file.Select(span => span.Span)).Select(span => new TextChange(span, "")));
            return KeyValuePair.Create(path, (string?)text.ToString());
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

    /// <summary>Names that are written in a span, also in strings, since data sources are named so.</summary>
    private static IEnumerable<string> Names(SyntaxNode root, TextSpan span) =>
        root.DescendantTokens(span)
            .Where(token => span.Contains(token.Span) && (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken)))
            .Select(token => token.ValueText);

    /// <summary>Types that the cut has left without a member.</summary>
    private IEnumerable<SourceSpan> EmptyTypes(CancellationToken cancellationToken) =>
        ChangedTrees()
            .SelectMany(entry => entry.Value.GetRoot(cancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => type is ClassDeclarationSyntax { Members.Count: 0 } && type.OpenBraceToken.Span.Length > 0 && !IsNamedElsewhere(type.Identifier, cancellationToken))
            .Select(SourceSpan.Of);

    /// <summary>Declarations that the cut referred to and that nothing refers to now.</summary>
    private List<SourceSpan> Orphans(HashSet<string> names, CancellationToken cancellationToken)
    {
        var counts = project.Trees.Values.SelectMany(tree => Names(tree.GetRoot(cancellationToken), tree.GetRoot(cancellationToken).FullSpan)).Where(names.Contains).CountBy(name => name).ToDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal);
        var declarations = project.Trees.Values
            .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<MemberDeclarationSyntax>())
            .Select(declaration => (Declaration: declaration, Name: NameOf(declaration)))
            .Where(entry => entry.Name is not null && names.Contains(entry.Name))
            .ToLookup(entry => entry.Name!, entry => entry.Declaration);
        return [.. declarations.Where(group => group.Count() == counts.GetValueOrDefault(group.Key)).SelectMany(group => group).Select(SourceSpan.Of)];
    }

    /// <summary>The name by which a declaration is referred to; <see langword="null"/> where it may be used without being named.</summary>
    private static string? NameOf(MemberDeclarationSyntax declaration) => declaration switch
    {
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null, AttributeLists.Count: 0 } method when !method.Modifiers.Any(SyntaxKind.OverrideKeyword) => method.Identifier.ValueText,
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null, AttributeLists.Count: 0 } property when !property.Modifiers.Any(SyntaxKind.OverrideKeyword) => property.Identifier.ValueText,
        FieldDeclarationSyntax { AttributeLists.Count: 0, Declaration.Variables: [var variable] } => variable.Identifier.ValueText,
        BaseTypeDeclarationSyntax { AttributeLists.Count: 0 } type when !HasTests(type) => type.Identifier.ValueText,
        _ => null,
    };

    private static bool HasTests(BaseTypeDeclarationSyntax type) =>
        type.DescendantNodes().OfType<MethodDeclarationSyntax>().Any(method => method.AttributeLists.Count > 0 && method.Modifiers.Any(SyntaxKind.PublicKeyword));

    private IEnumerable<KeyValuePair<string, SyntaxTree>> ChangedTrees() => project.Trees.Where(entry => original.Trees[entry.Key] != entry.Value);

    private bool IsNamedElsewhere(SyntaxToken name, CancellationToken cancellationToken) =>
        project.Trees.Values.SelectMany(tree => tree.GetRoot(cancellationToken).DescendantTokens()).Count(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name.ValueText) > 1;

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
