using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Scores;

namespace BugSeeder.Scoring;

/// <summary>The drift gates, each with its reason, and the size of the drift.</summary>
internal sealed class DriftGates(TargetCode code, IReadOnlyList<string> mayChange)
{
    public void Add(Evidence evidence, ItsTests tests, SortedDictionary<MeasureId, Measure> measures, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var changed = evidence.Changed.SelectMany(kind => kind).Where(path => !Glob.Matches(mayChange, path)).ToList();
        measures[MeasureId.ChangedOtherFiles] = Gate(
            evidence.Changed[PathKind.Product].Concat(evidence.Changed[PathKind.Other]).Where(path => changed.Contains(path) && !evidence.Place.Files.Contains(path)), "changed outside of the bug's files");
        measures[MeasureId.EditedSpec] = Gate(evidence.Changed[PathKind.Spec], "the spec was edited");
        measures[MeasureId.ChangedBuild] = Gate(evidence.Changed[PathKind.Build].Where(changed.Contains), "project, package, build or CI file changed");
        measures[MeasureId.AddedSuppression] = Gate(Suppressions.Added(evidence.Original, evidence.Prepared.Tree, evidence.Harvested, changed), "suppression added");
        measures[MeasureId.ChangedPublicApi] = Gate(ApiChanges(evidence), "public API changed");
        measures[MeasureId.WeakenedTests] = Gate(
            [.. TestWeakening.Find(evidence.Prepared.Tree, evidence.Harvested, evidence.Changed[PathKind.Test]), .. Falsified(evidence, tests)], "test weakened");
        var drift = DriftSize.Of(evidence.Original, evidence.Prepared.Tree, evidence.Harvested, [.. evidence.Changed[PathKind.Product]], evidence.Place);
        measures[MeasureId.DriftLines] = new(drift.Lines, $"{drift.Lines} product lines differ from the original outside of the bug's place");
        measures[MeasureId.DriftNodes] = new(drift.Nodes, $"{drift.Nodes} syntax nodes differ from the original outside of the bug's place");
        measures[MeasureId.DriftShare] = drift.Changed == 0 ? Measure.NotObservable("no product line was changed") : new(Math.Min(1, (double)drift.Lines / drift.Changed), $"{drift.Lines} of {drift.Changed} changed product lines");
    }

    private static Measure Gate(IEnumerable<string> findings, string what)
    {
        var found = findings.ToList();
        return found.Count == 0 ? Measure.Of(false, "none") : Measure.Of(true, $"{what}: {string.Join("; ", found.Take(3))}{(found.Count > 3 ? $"; and {found.Count - 3} more" : "")}");
    }

    private IEnumerable<string> ApiChanges(Evidence evidence)
    {
        var changed = evidence.Changed[PathKind.Product].Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).ToList();
        return changed.Count == 0 ? [] : code.Products.SelectMany(project =>
        {
            var texts = changed.Where(path => project.Trees.ContainsKey(path) || IsNewIn(project, path)).Select(path => KeyValuePair.Create(path, evidence.Harvested.Files.GetValueOrDefault(path)?.Text)).ToList();
            return texts.Count == 0 ? [] : PublicApi.Difference(project, project.With(texts));
        });
    }

    /// <summary>A new file is compiled into the project in whose folder it lies.</summary>
    private static bool IsNewIn(ProjectCode project, string path) => path.StartsWith(project.Project[..(project.Project.LastIndexOf('/') + 1)], StringComparison.Ordinal);

    /// <summary>A test that was there, passed on the original, and now fails on it: it was made to agree with something else.</summary>
    private static IEnumerable<string> Falsified(Evidence evidence, ItsTests tests)
    {
        var names = evidence.Changed[PathKind.Test]
            .Where(path => evidence.Prepared.Tree.Files.ContainsKey(path))
            .SelectMany(path => evidence.Prepared.Tree.Files[path].Text is { } text ? TestSyntax.TestsIn(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(text).GetRoot()).Select(TestSyntax.NameOf) : [])
            .ToHashSet(StringComparer.Ordinal);
        return tests.Wrong.Where(test => names.Any(name => PathOf(test).EndsWith("." + name, StringComparison.Ordinal))).Select(test => $"{test} checks what the original does not do");
    }

    /// <summary>A test's namespace, classes and method; runners put a plus before a nested class.</summary>
    private static string PathOf(string test) => $".{TestName.Parts(test).Class.Replace('+', '.')}.{TestName.Parts(test).Method}";
}
