using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Code;

/// <summary>
/// Compares projects as optimised, deterministic code without debug information: where that is the same, they behave the same. Of an edit inside of bodies
/// only the bodies are compiled, as deltas of edit and continue against the original's optimised image: the same delta, the same code. Anything else, and
/// whatever the compiler gives no delta for, is compiled whole.
/// </summary>
internal sealed class OptimisedImages
{
    private readonly ConcurrentDictionary<string, string?> wholes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Reference?>> references = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Project, BodyKey Body), string?> bodies = new();
    private readonly ConditionalWeakTable<SyntaxTree, MethodBodies> layouts = [];

    /// <summary>An optimised project and its image, that deltas are made against.</summary>
    private sealed class Reference
    {
        private readonly ModuleMetadata metadata;

        public Reference(ProjectCode project, byte[] image)
        {
            metadata = ModuleMetadata.CreateFromImage(image);
            Project = project;
            Baseline = EmitBaseline.CreateInitialBaseline(project.Compilation, metadata, _ => default, _ => default, hasPortableDebugInformation: true);
        }

        public ProjectCode Project { get; }

        public EmitBaseline Baseline { get; }
    }

    /// <summary>What a changed project compiles to: empty when it is what the original compiles to, <see langword="null"/> where either does not compile.</summary>
    /// <param name="original">The project as it is.</param>
    /// <param name="changed">The same with some edits made.</param>
    /// <param name="edits">The edits; those of other projects are passed over.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public string? DifferenceOf(ProjectCode original, ProjectCode changed, IReadOnlyList<TextEdit> edits, CancellationToken cancellationToken)
    {
        if (DifferingBodies(original, changed, edits, cancellationToken) is { } differing)
            return differing;
        var whole = HashOf(changed, cancellationToken);
        return whole is not null && whole == wholes.GetOrAdd(original.Project, _ => HashOf(original, cancellationToken)) ? "" : whole;
    }

    private string? DifferingBodies(ProjectCode original, ProjectCode changed, IReadOnlyList<TextEdit> edits, CancellationToken cancellationToken)
    {
        var keys = new SortedSet<BodyKey>(Comparer<BodyKey>.Create((left, right) => (string.CompareOrdinal(left.File, right.File), left.Ordinal.CompareTo(right.Ordinal)) is var (file, ordinal) && file != 0 ? file : ordinal));
        foreach (var edit in edits.Where(edit => original.Trees.ContainsKey(edit.File)))
        {
            if (BodiesOf(original.Trees[edit.File], cancellationToken).Holding(new TextSpan(edit.Start, edit.Original.Length)) is not { } ordinal)
                return null;
            keys.Add(new(edit.File, ordinal));
        }

        if (keys.Select(key => key.File).Distinct().Any(file => new MethodBodies(changed.Trees[file].GetRoot(cancellationToken)).Count != BodiesOf(original.Trees[file], cancellationToken).Count)
            || references.GetOrAdd(original.Project, _ => new(() => ReferenceOf(original, cancellationToken))).Value is not { } reference)
            return null;
        var optimised = Optimised(changed);
        var differing = new List<string>();
        foreach (var key in keys)
        {
            if (bodies.GetOrAdd((original.Project, key), _ => HashOf(reference, Optimised(original), key, cancellationToken)) is not { } before || HashOf(reference, optimised, key, cancellationToken) is not { } after)
                return null;
            if (before != after)
                differing.Add($"{key.File}#{key.Ordinal} {after}");
        }

        return string.Join(' ', differing);
    }

    private MethodBodies BodiesOf(SyntaxTree tree, CancellationToken cancellationToken) => layouts.GetValue(tree, known => new(known.GetRoot(cancellationToken)));

    private static Reference? ReferenceOf(ProjectCode original, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        // A compilation must not be emitted from twice, so the one that is emitted is not the one that is kept.
        return Optimised(original).Compilation.Emit(image, cancellationToken: cancellationToken).Success ? new(Optimised(original), image.ToArray()) : null;
    }

    /// <summary>The hash of one body's delta; <see langword="null"/> where there is none.</summary>
    private static string? HashOf(Reference reference, ProjectCode changed, BodyKey body, CancellationToken cancellationToken)
    {
        changed = changed with { Compilation = changed.Compilation.Clone() };
        if (MethodBodies.MethodIn(reference.Project, body, cancellationToken) is not { } before || MethodBodies.MethodIn(changed, body, cancellationToken) is not { } after)
            return null;
        using MemoryStream metadata = new(), code = new(), symbols = new();
        try
        {
            // The compiler keeps what it has found out in the baseline that both lanes start from.
            lock (reference)
            {
                if (!changed.Compilation.EmitDifference(reference.Baseline, [new SemanticEdit(SemanticEditKind.Update, before, after)], _ => false, metadata, code, symbols, cancellationToken).Success)
                    return null;
            }
        }
        catch (Exception crash) when (crash is not OperationCanceledException)
        {
            return null;
        }

        return Convert.ToHexString(SHA256.HashData([.. WithoutNames(metadata.ToArray()), .. code.ToArray()]));
    }

    /// <summary>Every delta has a name of its own, by chance; without it the bytes depend on the code alone.</summary>
    private static byte[] WithoutNames(byte[] delta)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(ImmutableArray.Create(delta));
        var reader = provider.GetMetadataReader();
        delta.AsSpan(reader.GetHeapMetadataOffset(HeapIndex.Guid), reader.GetHeapSize(HeapIndex.Guid)).Clear();
        return delta;
    }

    /// <summary>The hash of a project's whole image; <see langword="null"/> when it does not compile.</summary>
    private static string? HashOf(ProjectCode project, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        return Optimised(project).Compilation.Emit(image, cancellationToken: cancellationToken).Success ? Convert.ToHexString(SHA256.HashData(image.ToArray())) : null;
    }

    private static ProjectCode Optimised(ProjectCode project) => project with
    {
        Compilation = project.Compilation.WithOptions(project.Compilation.Options
            .WithOptimizationLevel(OptimizationLevel.Release).WithDeterministic(true).WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)),
    };
}
