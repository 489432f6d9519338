using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Scoring;

/// <summary>
/// What would keep a changed tree from building: errors of the compiler and of the target's analyzers, warnings included that the target takes for errors.
/// Workers run code that was compiled without any of that.
/// </summary>
internal static class CompilerErrors
{
    /// <summary>The first error that the changed files have; <see langword="null"/> when there is none.</summary>
    public static async Task<string?> FirstAsync(TargetCode code, SourceTree original, SourceTree tree, CancellationToken cancellationToken)
    {
        var paths = original.DifferencesTo(tree);
        foreach (var project in code.Products.Concat(code.Tests))
        {
            var texts = paths.Where(project.Trees.ContainsKey).Select(path => KeyValuePair.Create(path, tree.Files.GetValueOrDefault(path)?.Text)).ToList();
            if (texts.Count == 0)
                continue;
            var changed = project.With(texts);
            if (changed.Compilation.GetDiagnostics(cancellationToken).FirstOrDefault(IsError) is { } error)
                return Shown(error);
            foreach (var path in texts.Select(text => text.Key).Where(changed.Trees.ContainsKey))
            {
                if (await changed.Analyzers.Value.FirstErrorAsync(changed.Compilation, changed.Trees[path], cancellationToken) is { } finding)
                    return Shown(finding);
            }
        }

        return null;
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic is { Severity: DiagnosticSeverity.Error, IsSuppressed: false };

    private static string Shown(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage()}";
}
