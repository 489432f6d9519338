using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Git;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Text;
using BugSeeder.Specs;
using BugSeeder.Specs.Checking;
using BugSeeder.Specs.Examples;
using BugSeeder.Specs.Tracing;
using BugSeeder.Storage;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Pipeline;

/// <summary>Specs beside the code that they are about: their examples are run, their clauses linked.</summary>
/// <param name="source">The target.</param>
/// <param name="settings">How it is built.</param>
/// <param name="judge">The target, built.</param>
/// <param name="code">Its projects.</param>
/// <param name="matrix">What people wrote down of its requirements and tests.</param>
/// <param name="cancellationToken">Ends the reading of names.</param>
internal sealed class SpecDesk(TargetSource source, TargetSettings settings, Judge judge, TargetCode code, TraceMatrix matrix, CancellationToken cancellationToken)
{
    private readonly CodeIndex index = new(code, cancellationToken);

    /// <summary>Reads the traceability matrix that the configuration names.</summary>
    public static TraceMatrix MatrixOf(string target, string? matrix) => matrix is null ? TraceMatrix.None : TraceMatrix.Read(Path.Combine(target, matrix));

    /// <summary>What <c>spec check</c> finds in a spec, examples run.</summary>
    public async Task<SpecCheckResult> CheckAsync(SpecVariant variant, IReadOnlyDictionary<string, FindingSeverity> severities, CancellationToken token)
    {
        var spec = variant.Parse();
        var examples = await RunExamplesAsync([.. spec.AllClauses.Where(clause => clause.Example is not null)], token);
        return SpecCheck.Of(new(spec, new(index, examples, TracerOf(variant, spec, hidesIdentifiers: false).Tests())), severities, "");
    }

    /// <summary>Links the clauses of a spec.</summary>
    public Trace Trace(SpecVariant variant, StoredBank? bank)
    {
        var spec = variant.Parse();
        var tracer = TracerOf(variant, spec, hidesIdentifiers: false);
        return new(
            Json.SchemaVersion, ToolVersion.Current, spec.Hash, source.Tree.Hash, bank?.Hash ?? "", tracer.Members(), tracer.Tests(),
            [.. (bank?.Bugs ?? []).Select(bug => tracer.Bug(bug, source.Tree))], tracer.NeverMentioned());
    }

    /// <summary>How well links are inferred without identifiers, where the matrix or the tests' own words say which are right.</summary>
    public IReadOnlyList<TraceAccuracy> Validate(SpecVariant variant, StoredBank? bank)
    {
        var spec = variant.Parse();
        var (open, hidden) = (TracerOf(variant, spec, hidesIdentifiers: false), TracerOf(variant, spec, hidesIdentifiers: true));
        var clauses = spec.AllClauses.Where(clause => clause.IsGiven).Select(clause => clause.Id.Split('#')[0]).Distinct().Count();
        return
        [
            TraceTruth.Of("tests", [.. index.Tests.Select(test => Subject.Of(test)).Select(subject => Compared(subject, open, hidden))], clauses),
            TraceTruth.Of("bugs", [.. (bank?.Bugs ?? []).Select(bug => Subject.Of(bug, index, source.Tree)).Select(subject => Compared(subject, open, hidden))], clauses),
        ];
    }

    private static (IReadOnlyList<Link> Inferred, IReadOnlySet<string> Right) Compared(Subject subject, Tracer open, Tracer hidden) =>
        (hidden.LinksTo(subject), open.LinksTo(subject).Where(link => link.Evidence.Any(evidence => evidence is { Tier: TraceTier.Identifier } or { Tier: TraceTier.Witness, Weight: > 0.9 })).Select(link => link.Clause).ToHashSet(StringComparer.Ordinal));

    private Tracer TracerOf(SpecVariant variant, Model.Specs.Spec spec, bool hidesIdentifiers) => new(spec, index, matrix, HistoryOf(variant), hidesIdentifiers);

    private ClauseHistory HistoryOf(SpecVariant variant) => new(source.Folder, variant.Sources, (file, member) =>
        index.Members.Where(known => known.Name == member && known.File == file).Select(known => known.Declaration.GetLocation().GetLineSpan()).Select(lines => (lines.StartLinePosition.Line + 1, lines.EndLinePosition.Line + 1)));

    /// <summary>Each example runs beside the first test project against which it compiles.</summary>
    private async Task<IReadOnlyDictionary<string, ExampleResult>> RunExamplesAsync(IReadOnlyList<Clause> clauses, CancellationToken token)
    {
        var results = new Dictionary<string, ExampleResult>(StringComparer.Ordinal);
        foreach (var host in Hosts())
        {
            var open = clauses.Where(clause => !results.TryGetValue(clause.Id, out var result) || result.Outcome == ExampleOutcome.DoesNotCompile).ToList();
            if (open.Count == 0)
                break;
            foreach (var (id, result) in await new ExampleRunner(new DotNet(settings), host).RunAsync(open, token))
                results[id] = results.TryGetValue(id, out var first) && result.Outcome == ExampleOutcome.DoesNotCompile ? first : result;
        }

        return results;
    }

    private IEnumerable<ExampleHost> Hosts()
    {
        var namespaces = index.Members.Where(member => member.IsPublic).Select(member => member.Symbol.ContainingNamespace).Where(name => !name.IsGlobalNamespace).Select(name => name.ToDisplayString()).Distinct().Order(StringComparer.Ordinal).ToList();
        var tests = judge.Layout.Tests.Where(test => test.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var (test, project) in tests.Zip(code.Tests))
        {
            var folder = Path.GetDirectoryName(Path.Combine(judge.OriginalFolder, test.Assembly))!;
            var configuration = Path.Combine(folder, Path.GetFileNameWithoutExtension(test.Assembly) + ".runtimeconfig.json");
            if (File.Exists(configuration))
                yield return new([.. project.Compilation.References], folder, configuration, [.. namespaces.Where(name => Knows(project.Compilation, name))]);
        }
    }

    /// <summary>Whether a test project refers to anything of a namespace: of several, each refers to a part of the product.</summary>
    private static bool Knows(Compilation compilation, string name)
    {
        INamespaceSymbol? found = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
            found = found?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        return found is not null;
    }
}
