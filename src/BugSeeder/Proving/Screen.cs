using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Proving;

/// <summary>What can be told of a seed in memory, before anything is built. The real build has the last word.</summary>
internal sealed class Screen(TargetCode code)
{
    private readonly OptimisedImages images = new();

    /// <summary>Why the compiler alone rejects a planted tree; <see langword="null"/> when it does not.</summary>
    public (SeedVerdict Verdict, string Reason)? Reject(Seed seed, SourceTree planted, CancellationToken cancellationToken)
    {
        foreach (var (before, after) in Changed(seed, planted))
        {
            foreach (var path in seed.Edits.Select(edit => edit.File).Distinct().Where(before.Trees.ContainsKey))
            {
                var added = Added(before, after, path, cancellationToken);
                if (added.Find(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.DefaultSeverity == DiagnosticSeverity.Error) is { } error)
                    return (SeedVerdict.DoesNotCompile, $"{error.Id}: {error.GetMessage()}");
                // An unnecessary using is hidden where no analyzer asks for it, and still left behind.
                if (added.Find(diagnostic => (diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id == "CS8019") && !diagnostic.IsSuppressed) is { } warning)
                    return (SeedVerdict.AddsDiagnostic, $"{warning.Id}: {warning.GetMessage()}");
                if (Leftovers.Find(before, after, [.. seed.Edits.Where(edit => edit.File == path)], cancellationToken) is { } left)
                    return (SeedVerdict.AddsDiagnostic, left);
            }
        }

        return null;
    }

    /// <summary>
    /// What optimised, deterministic compilation without debug information makes of a seed that no test notices: seeds of the same image behave the same.
    /// An image that is the original's makes it equivalent; null where there is none.
    /// </summary>
    public (bool IsOriginals, string? Hash) ImageOf(Seed seed, SourceTree planted, CancellationToken cancellationToken)
    {
        var changed = Changed(seed, planted).ToList();
        var hashes = changed.Select(pair => OptimisedImages.HashOf(pair.After, cancellationToken)).ToList();
        if (changed.Count == 0 || hashes.Contains(null))
            return (false, null);
        return (changed.Zip(hashes).All(pair => pair.Second == images.HashOfOriginal(pair.First.Before, cancellationToken)), string.Join(' ', changed.Zip(hashes, (pair, hash) => $"{pair.Before.Project} {hash}")));
    }

    private IEnumerable<(ProjectCode Before, ProjectCode After)> Changed(Seed seed, SourceTree planted)
    {
        var texts = seed.Edits.Select(edit => edit.File).Distinct().ToDictionary(path => path, path => planted.Files[path].Text, StringComparer.Ordinal);
        return code.Products.Where(project => texts.Keys.Any(project.Trees.ContainsKey))
            .Select(project => (project, project.With(texts.Where(text => project.Trees.ContainsKey(text.Key)))));
    }

    private static List<Diagnostic> Added(ProjectCode before, ProjectCode after, string path, CancellationToken cancellationToken)
    {
        static string Key(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.GetMessage()}";
        var known = before.Compilation.GetSemanticModel(before.Trees[path]).GetDiagnostics(null, cancellationToken).CountBy(Key).ToDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal);
        var added = new List<Diagnostic>();
        foreach (var diagnostic in after.Compilation.GetSemanticModel(after.Trees[path]).GetDiagnostics(null, cancellationToken))
        {
            var key = Key(diagnostic);
            if (known.GetValueOrDefault(key) > 0)
                known[key]--;
            else
                added.Add(diagnostic);
        }

        return added;
    }
}
