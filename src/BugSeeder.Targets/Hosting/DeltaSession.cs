using BugSeeder.Code;
using BugSeeder.TestHost.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace BugSeeder.Hosting;

/// <summary>One module's state of edit and continue: the chain of deltas for one fresh worker. Its first link is the image that the target's own build left beside the tests.</summary>
internal sealed class DeltaSession
{
    private readonly ProjectCode original;
    private readonly ModuleMetadata image;
    private readonly EmitBaseline first;
    private EmitBaseline baseline;
    private ProjectCode current;
    private HashSet<BodyKey> dirty = [];

    /// <summary>Starts a chain.</summary>
    /// <param name="project">The project as it is built.</param>
    /// <param name="imagePath">Its built image, a Debug build.</param>
    public DeltaSession(ProjectCode project, string imagePath)
    {
        original = Cloned(project);
        image = ModuleMetadata.CreateFromImage(File.ReadAllBytes(imagePath));
        // No frame of an edited method is alive between runs, so locals and closures need not be matched.
        first = EmitBaseline.CreateInitialBaseline(original.Compilation, image, _ => default, _ => default, hasPortableDebugInformation: true);
        (current, baseline) = (original, first);
    }

    /// <summary>How many deltas there were.</summary>
    public int Generation { get; private set; }

    /// <summary>Whether the worker's module differs from the original.</summary>
    public bool IsDirty => dirty.Count > 0;

    /// <summary>The delta from what the worker has now to a mutant; it undoes the last one on the way.</summary>
    /// <param name="mutant">The project with the mutant in it.</param>
    /// <param name="bodies">The bodies in which it differs from the original.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The delta, or why there is none; neither when nothing is to be done.</returns>
    public (ModuleDelta? Delta, DeltaProblem? Problem) MoveTo(ProjectCode mutant, IReadOnlyCollection<BodyKey> bodies, CancellationToken cancellationToken)
    {
        // A compilation must not be emitted from twice: with anonymous types in it the second time ends in a crash of the compiler.
        mutant = Cloned(mutant);
        var edits = new Dictionary<ISymbol, SemanticEdit>(SymbolEqualityComparer.Default);
        foreach (var body in dirty.Union(bodies))
        {
            if (MethodBodies.MethodIn(current, body, cancellationToken) is not { } before || MethodBodies.MethodIn(mutant, body, cancellationToken) is not { } after)
                return (null, new("a method was not found again", [body]));
            // What two static fields start with is one method.
            edits[after] = new SemanticEdit(SemanticEditKind.Update, before, after);
        }

        if (edits.Count == 0)
            return (null, null);
        using MemoryStream metadata = new(), code = new(), symbols = new();
        EmitDifferenceResult result;
        try
        {
            result = mutant.Compilation.EmitDifference(baseline, edits.Values, _ => false, metadata, code, symbols, cancellationToken);
        }
        catch (Exception crash) when (crash is not OperationCanceledException)
        {
            return (null, new($"the compiler failed at the delta: {crash.Message}", []));
        }

        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            return (null, new(errors.FirstOrDefault()?.GetMessage() ?? "the compiler gives no delta", [.. bodies.Where(body => errors.Exists(error => IsIn(mutant, body, error.Location)))]));
        }

        baseline = result.Baseline!;
        current = mutant;
        dirty = [.. bodies];
        Generation++;
        return (new(Emitter.AssemblyOf(original), metadata.ToArray(), code.ToArray(), symbols.ToArray()), null);
    }

    /// <summary>Begins anew, for another worker that has the original.</summary>
    public void Restart() => (current, baseline, dirty, Generation) = (original, first, [], 0);

    /// <summary>The delta back to the original.</summary>
    public (ModuleDelta? Delta, DeltaProblem? Problem) Undo(CancellationToken cancellationToken) => MoveTo(original, [], cancellationToken);

    private static bool IsIn(ProjectCode project, BodyKey body, Location place) =>
        project.Trees[body.File] is var tree && place.SourceTree == tree && MethodBodies.At(tree.GetRoot(), body.Ordinal)!.FullSpan.Contains(place.SourceSpan);

    private static ProjectCode Cloned(ProjectCode project) => project with { Compilation = project.Compilation.Clone() };
}

/// <summary>Why there is no delta.</summary>
/// <param name="Reason">In one sentence.</param>
/// <param name="Bodies">The changed bodies that are the reason, where the compiler says which.</param>
internal sealed record DeltaProblem(string Reason, IReadOnlyList<BodyKey> Bodies);
