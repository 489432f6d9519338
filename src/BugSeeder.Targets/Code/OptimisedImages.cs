using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Code;

/// <summary>Compares projects by their optimised, deterministic images without debug information: where those are the same, the code behaves the same.</summary>
internal sealed class OptimisedImages
{
    private readonly ConcurrentDictionary<string, string?> originals = new(StringComparer.Ordinal);

    /// <summary>Whether a changed project has the original's image. It has not when either does not compile.</summary>
    public bool AreSame(ProjectCode original, ProjectCode changed, CancellationToken cancellationToken) =>
        HashOfOriginal(original, cancellationToken) is { } image && image == HashOf(changed, cancellationToken);

    /// <summary>The hash of an original project's image, which is made once; <see langword="null"/> when it does not compile.</summary>
    public string? HashOfOriginal(ProjectCode original, CancellationToken cancellationToken) =>
        originals.GetOrAdd(original.Project, _ => HashOf(original, cancellationToken));

    /// <summary>The hash of a project's image; <see langword="null"/> when it does not compile.</summary>
    public static string? HashOf(ProjectCode project, CancellationToken cancellationToken)
    {
        var options = project.Compilation.Options.WithOptimizationLevel(OptimizationLevel.Release).WithDeterministic(true).WithGeneralDiagnosticOption(ReportDiagnostic.Suppress);
        using var image = new MemoryStream();
        var result = project.Compilation.WithOptions(options).Emit(image, cancellationToken: cancellationToken);
        return result.Success ? Convert.ToHexString(SHA256.HashData(image.ToArray())) : null;
    }
}
