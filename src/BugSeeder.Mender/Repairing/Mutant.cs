using BugSeeder.Code;
using BugSeeder.Hosting;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mender.Repairing;

/// <summary>A project with a patch in it.</summary>
/// <param name="Project">The project.</param>
/// <param name="Bodies">The method bodies that differ; empty where more than bodies does, so that a delta cannot bring it about.</param>
internal sealed record Mutant(ProjectCode Project, IReadOnlyList<BodyKey> Bodies)
{
    /// <summary>Makes it.</summary>
    public static Mutant Of(Candidate candidate, CancellationToken cancellationToken)
    {
        var old = candidate.Project.Trees[candidate.File];
        var changed = old.WithChangedText(candidate.Patched);
        var project = candidate.Project with
        {
            Compilation = candidate.Project.Compilation.ReplaceSyntaxTree(old, changed),
            Trees = new Dictionary<string, SyntaxTree>(candidate.Project.Trees, StringComparer.Ordinal) { [candidate.File] = changed },
        };
        return new(project, BodiesOf(candidate, old, cancellationToken));
    }

    private static List<BodyKey> BodiesOf(Candidate candidate, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = tree.GetRoot(cancellationToken);
        var bodies = new MethodBodies(root);
        var held = candidate.Changes.Select(change => bodies.Holding(change.Span)).Distinct().ToList();
        if (held.Contains(null))
            return [];
        var model = candidate.Project.Compilation.GetSemanticModel(tree);
        var isHazardous = held.Any(ordinal => MethodBodies.At(root, ordinal!.Value) is not { } member || MethodBodies.SymbolOf(model, member, cancellationToken) is not { } method || MethodBodies.IsHazardous(method, member));
        return isHazardous ? [] : [.. held.Select(ordinal => new BodyKey(candidate.File, ordinal!.Value))];
    }
}
