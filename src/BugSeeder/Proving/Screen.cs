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
    /// What optimised, deterministic compilation without debug information makes of a seed that no test notices: seeds of the same code behave the same.
    /// Code that is the original's makes it equivalent; the hash is null where it does not compile.
    /// </summary>
    public (bool IsOriginals, string? Hash) ImageOf(Seed seed, SourceTree planted, CancellationToken cancellationToken)
    {
        var differences = Changed(seed, planted).Select(pair => (pair.Before.Project, Difference: images.DifferenceOf(pair.Before, pair.After, seed.Edits, cancellationToken))).ToList();
        if (differences.Count == 0 || differences.Exists(entry => entry.Difference is null))
            return (false, null);
        return (differences.TrueForAll(entry => entry.Difference is { Length: 0 }), string.Join(' ', differences.Select(entry => $"{entry.Project} {entry.Difference}")));
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
