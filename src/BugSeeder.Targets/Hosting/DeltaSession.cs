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
        List<BodyKey> edited = [.. dirty.Union(bodies)];
        if (edited.Count == 0)
            return (null, null);
        // An update also empties the closures that the body had before. Of generic methods the compiler may not find these, and crashes; of a body that is
        // inserted once more it leaves them, and nobody uses them.
        if ((Emit(mutant, edited, SemanticEditKind.Update, cancellationToken) ?? Emit(mutant, edited, SemanticEditKind.Insert, cancellationToken)) is not { } emitted)
            return (null, new("the compiler fails at the delta", []));
        if (emitted.Result is not { Success: true } result)
        {
            var errors = emitted.Result?.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList() ?? [];
            return (null, new(errors.FirstOrDefault()?.GetMessage() ?? "the compiler gives no delta", [.. bodies.Where(body => errors.Exists(error => IsIn(emitted.Code, body, error.Location)))]));
        }

        baseline = result.Baseline!;
        current = emitted.Code;
        dirty = [.. bodies];
        Generation++;
        return (emitted.Delta, null);
    }

    /// <summary>Compiles a delta; <see langword="null"/> where the compiler crashes. Without a result where a body is not found again.</summary>
    private (ProjectCode Code, EmitDifferenceResult? Result, ModuleDelta? Delta)? Emit(ProjectCode mutant, IReadOnlyList<BodyKey> bodies, SemanticEditKind kind, CancellationToken cancellationToken)
    {
        // A compilation must not be emitted from twice: with anonymous types in it the second time ends in a crash of the compiler.
        var code = Cloned(mutant);
        var edits = new Dictionary<ISymbol, SemanticEdit>(SymbolEqualityComparer.Default);
        foreach (var body in bodies)
        {
            if (MethodBodies.MethodIn(current, body, cancellationToken) is not { } before || MethodBodies.MethodIn(code, body, cancellationToken) is not { } after)
                return (code, null, null);
            // What two static fields start with is one method.
            edits[after] = new SemanticEdit(kind, kind == SemanticEditKind.Insert ? null : before, after);
        }

        using MemoryStream metadata = new(), instructions = new(), symbols = new();
        try
        {
            var result = code.Compilation.EmitDifference(baseline, edits.Values, _ => false, metadata, instructions, symbols, cancellationToken);
            return (code, result, new(Emitter.AssemblyOf(original), metadata.ToArray(), instructions.ToArray(), symbols.ToArray()));
        }
        catch (Exception crash) when (crash is not OperationCanceledException)
        {
            return null;
        }
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
