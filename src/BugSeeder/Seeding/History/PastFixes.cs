using BugSeeder.Code;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Seeding.History;

/// <summary>Finds in a target's own past the faults that its people once made and mended, and puts them back into today's code.</summary>
internal sealed class PastFixes(SourceTree tree, TargetCode code, CancellationToken cancellationToken)
{
    /// <summary>A fix of one fault seldom touches more: 92 % of the dissected ones touch one file.</summary>
    private const int MostFiles = 5;

    private readonly FixReversal reversal = new(tree, code);
    private readonly SortedDictionary<string, int> dropped = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> errors = new(StringComparer.Ordinal);

    /// <summary>The seeds of a past, newest first, and what became of its commits.</summary>
    public (IReadOnlyList<Seed> Seeds, HistoryYield Yield) Propose(PastWalk past)
    {
        var (seeds, fixes, applicable) = (new List<Seed>(), 0, 0);
        foreach (var commit in past.Fixes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (product, tests) = (commit.Files.Where(file => !IsTest(file.Path)).ToList(), commit.Files.Any(file => IsTest(file.Path)));
            if (product.Count == 0 || !tests)
                continue;
            fixes++;
            var found = SeedsOf(commit, product);
            if (found.Count > 0)
                applicable++;
            seeds.AddRange(found);
        }

        return (seeds, new(past.Walked, fixes, applicable, seeds.Count, dropped));
    }

    private List<Seed> SeedsOf(FixCommit commit, List<FileVersions> product)
    {
        var options = (CSharpParseOptions)code.Products[0].Compilation.SyntaxTrees[0].Options;
        var changed = product.Where(file => file.Before is null || file.After is null || FixClass.IsInTokens(file.After, file.Before, options)).ToList();
        if (changed.Count is 0 or > MostFiles)
            return Drop(changed.Count == 0 ? "it changes comments or layout only" : $"it touches more than {MostFiles} product files");
        var byMembers = reversal.ByMembers(changed, cancellationToken);
        IReadOnlyList<TextEdit>?[] whole = [reversal.ByLines(changed), [.. byMembers.SelectMany(edits => edits)]];
        var ways = whole.Where(edits => edits is { Count: > 0 }).ToList();
        if (ways.Count == 0)
            return Drop("today's code has another text at its place");
        var compiling = ways.Find(Compiles!) is { } one ? [one] : byMembers.Count > 1 ? byMembers.Where(Compiles).ToList() : [];
        if (compiling.Count == 0)
            return Drop("without it today's code does not compile");
        var fresh = compiling.Select(edits => SeedOf(commit, edits!, options)).Where(seed => known.Add(seed.Id)).ToList();
        return fresh.Count > 0 ? fresh : Drop("another commit holds the same fix");
    }

    private List<Seed> Drop(string reason)
    {
        dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
        return [];
    }

    private Seed SeedOf(FixCommit commit, IReadOnlyList<TextEdit> edits, CSharpParseOptions options)
    {
        var planted = Edits.Apply(tree, edits);
        var first = edits[0].File;
        var kind = FixClass.Of(tree.Files[first].Text!, planted.Files[first].Text!, options);
        // Whole lines of a diff, so that a fix is one run of lines where it changed one.
        var lines = edits.Select(edit => edit.File).Distinct().SelectMany(path => Edits.Between(path, tree.Files[path].Text!, planted.Files[path].Text!)).ToList();
        var seed = Hunks.SeedOf(SeedSource.History, "history", kind, "A fault that this code had once, and that was mended later.", lines, tree, code, cancellationToken);
        return seed with { Provenance = new(commit.Commit, commit.Message) };
    }

    /// <summary>Whether the files still compile, each in its own project. The real build has the last word.</summary>
    private bool Compiles(IReadOnlyList<TextEdit> edits)
    {
        var planted = Edits.Apply(tree, edits);
        var texts = edits.Select(edit => edit.File).Distinct().ToDictionary(path => path, path => planted.Files[path].Text, StringComparer.Ordinal);
        return code.Products.Where(project => texts.Keys.Any(project.Trees.ContainsKey)).All(project =>
        {
            var after = project.With(texts.Where(text => project.Trees.ContainsKey(text.Key)));
            if (!errors.TryGetValue(project.Project, out var before))
                errors[project.Project] = before = Errors(project);
            return Errors(after) <= before;
        });
    }

    private int Errors(ProjectCode project) => project.Compilation.GetDiagnostics(cancellationToken).Count(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>A file of the past is a test's if it is one today, or lies in a folder that is named after tests.</summary>
    private bool IsTest(string path) =>
        code.Tests.Any(project => project.Trees.ContainsKey(path))
        || (!code.IsProductSource(path) && path.Split('/').SkipLast(1).Any(folder => folder.Contains("test", StringComparison.OrdinalIgnoreCase) || folder.Contains("spec", StringComparison.OrdinalIgnoreCase)));
}
