using BugSeeder.Code;
using BugSeeder.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Repairing;

/// <summary>A project with a patch in it.</summary>
/// <param name="Project">The project.</param>
/// <param name="Bodies">The method bodies that differ; empty where more than bodies does, so that a delta cannot bring it about.</param>
internal sealed record Mutant(ProjectCode Project, IReadOnlyList<BodyKey> Bodies)
{
    /// <summary>Whether it changes nothing that other projects, or generators of code, can have taken over: neither a constant nor what a declaration says.</summary>
    public bool IsInside { get; init; }

    /// <summary>Makes it.</summary>
    public static Mutant Of(Candidate candidate, CancellationToken cancellationToken)
    {
        var (compilation, trees) = (candidate.Project.Compilation, new Dictionary<string, SyntaxTree>(candidate.Project.Trees, StringComparer.Ordinal));
        foreach (var file in candidate.Files)
        {
            var changed = trees[file.File].WithChangedText(candidate.Patched(file));
            compilation = compilation.ReplaceSyntaxTree(trees[file.File], changed);
            trees[file.File] = changed;
        }

        var bodies = candidate.Files.Select(file => BodiesOf(candidate.Project, file, cancellationToken)).ToList();
        return new(candidate.Project with { Compilation = compilation, Trees = trees }, bodies.Exists(held => held.Count == 0) ? [] : [.. bodies.SelectMany(held => held)])
        {
            IsInside = candidate.Files.All(file => file.Changes.All(change => IsWithinCode(candidate.Project.Trees[file.File].GetRoot(cancellationToken), change.Span))),
        };
    }

    /// <summary>Whether a place is in the body of a member, or in what a field or property starts with that is no constant.</summary>
    private static bool IsWithinCode(SyntaxNode root, TextSpan span) => root.FindNode(span).AncestorsAndSelf().Any(node => node.Span.Contains(span) && node switch
    {
        BlockSyntax block => block.OpenBraceToken.Span.End <= span.Start && span.End <= block.CloseBraceToken.SpanStart,
        ArrowExpressionClauseSyntax arrow => arrow.Expression.Span.Contains(span),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } start => start.Value.Span.Contains(span),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } start => start.Value.Span.Contains(span) && !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    });

    private static List<BodyKey> BodiesOf(ProjectCode project, FileFix file, CancellationToken cancellationToken)
    {
        var tree = project.Trees[file.File];
        var root = tree.GetRoot(cancellationToken);
        var bodies = new MethodBodies(root);
        var held = file.Changes.Select(change => bodies.Holding(change.Span)).Distinct().ToList();
        if (held.Contains(null))
            return [];
        var model = project.Compilation.GetSemanticModel(tree);
        var isHazardous = held.Any(ordinal => MethodBodies.At(root, ordinal!.Value) is not { } member || MethodBodies.SymbolOf(model, member, cancellationToken) is not { } method || MethodBodies.FitOf(method, member) != DeltaFit.Warm);
        return isHazardous ? [] : [.. held.Select(ordinal => new BodyKey(file.File, ordinal!.Value))];
    }
}
