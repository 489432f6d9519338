using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>Runs the examples of a pack: they compile, the mistake is made as they say, and what is to be left alone is.</summary>
public static class PackTest
{
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>What does not hold, by line; nothing where all holds.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="references">The assemblies that the examples compile against.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static IEnumerable<PackFailure> Run(Pack pack, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken) =>
        pack.Rules.Zip(pack.Mutators, (rule, mutator) => (rule, mutator)).SelectMany(pair =>
            pair.rule.Examples.SelectMany(example => OfExample(pair.rule, pair.mutator, example, references, cancellationToken))
                .Concat(pair.rule.LeavesAlone.SelectMany(example => OfAlone(pair.rule, pair.mutator, example, references, cancellationToken))));

    private static IEnumerable<PackFailure> OfExample(PackRule rule, PackMutator mutator, PackExample example, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken)
    {
        var file = example.FileAround(example.Before);
        var wanted = example.FileAround(example.After!);
        var problems = Diagnostics(file, references, cancellationToken);
        if (problems.Count > 0)
            yield return new(rule.Card.Id, example.Line, $"before does not compile cleanly: {problems[0]}");
        var added = Diagnostics(wanted, references, cancellationToken);
        if (problems.Count == 0 && added.Count > 0)
            yield return new(rule.Card.Id, example.Line, $"after does not compile cleanly, so it would tell: {added[0]}");
        var made = Broken(file, mutator, references, cancellationToken);
        if (problems.Count == 0 && !made.Contains(wanted, StringComparer.Ordinal))
            yield return new(rule.Card.Id, example.Line, made.Count == 0 ? "the pattern does not match" : $"it gives instead:\n{Changed(file, made[0])}");
    }

    private static IEnumerable<PackFailure> OfAlone(PackRule rule, PackMutator mutator, PackExample example, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken)
    {
        var file = example.FileAround(example.Before);
        var problems = Diagnostics(file, references, cancellationToken);
        if (problems.Count > 0)
            yield return new(rule.Card.Id, example.Line, $"the code does not compile cleanly: {problems[0]}");
        else if (Broken(file, mutator, references, cancellationToken) is [var touched, ..])
            yield return new(rule.Card.Id, example.Line, $"it should be left alone, and becomes:\n{Changed(file, touched)}");
    }

    /// <summary>The whole file after each mistake that the rule makes in it, checked like every other proposal.</summary>
    private static List<string> Broken(string file, PackMutator mutator, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken)
    {
        var compilation = Compile(file, references, cancellationToken);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        return [.. Proposals.Of([mutator], model, cancellationToken).Select(proposal => Planting.Apply(SourceText.From(file), proposal.Replacements).ToString())];
    }

    private static List<string> Diagnostics(string file, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken) =>
    [
        .. Compile(file, references, cancellationToken).GetDiagnostics(cancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"),
    ];

    private static CSharpCompilation Compile(string file, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken) =>
        CSharpCompilation.Create("Example", [CSharpSyntaxTree.ParseText(file, new(LanguageVersion.Preview), "Example.cs", cancellationToken: cancellationToken)], references, Options);

    /// <summary>The lines that are not in the original.</summary>
    private static string Changed(string before, string after) => string.Join('\n', after.Split('\n').Except(before.Split('\n'), StringComparer.Ordinal).Select(line => "    " + line.Trim()));
}

/// <summary>An example that does not hold.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Line">The line of the file that the example stands on, from 1.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record PackFailure(string Rule, long Line, string Problem);
