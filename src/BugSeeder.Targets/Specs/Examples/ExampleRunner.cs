using System.Text;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Specs.Examples;

/// <summary>Compiles the examples of a spec against a built target and runs them in a process of their own, bounded in time.</summary>
/// <param name="dotnet">Starts it.</param>
/// <param name="host">The built program beside which they run.</param>
internal sealed class ExampleRunner(DotNet dotnet, ExampleHost host)
{
    private const int SecondsEach = 10;
    private const string Assembly = "SpecExamples";

    /// <summary>So many examples may end the process before the rest is given up.</summary>
    private const int Restarts = 20;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>What becomes of each example, by the clause's id.</summary>
    public async Task<IReadOnlyDictionary<string, ExampleResult>> RunAsync(IReadOnlyList<Clause> clauses, CancellationToken cancellationToken)
    {
        var results = new Dictionary<string, ExampleResult>(StringComparer.Ordinal);
        var compilation = Compiled(clauses, results, cancellationToken);
        var numbers = Enumerable.Range(0, clauses.Count).Where(number => !results.ContainsKey(clauses[number].Id)).ToList();
        if (numbers.Count == 0)
            return results;
        compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(ExampleProgram.Text(numbers, SecondsEach), ExampleCode.Language, cancellationToken: cancellationToken));
        var image = Path.Combine(host.Folder, Assembly + ".dll");
        try
        {
            var emitted = compilation.Emit(image, cancellationToken: cancellationToken);
            if (!emitted.Success)
                throw new InvalidOperationException($"The program of the examples does not compile: {emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
            await RunAsync(image, clauses, numbers, results, cancellationToken);
        }
        finally
        {
            File.Delete(image);
        }

        return results;
    }

    /// <summary>Binds every example; those that do not compile get their result and are left out.</summary>
    private CSharpCompilation Compiled(IReadOnlyList<Clause> clauses, Dictionary<string, ExampleResult> results, CancellationToken cancellationToken)
    {
        var trees = clauses.Select((clause, number) => ExampleCode.File(clause.Example!, number, host.Namespaces, isVoid: false)).ToList();
        var compilation = CSharpCompilation.Create(Assembly, trees, host.References, new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true));
        for (var number = 0; number < trees.Count; number++)
        {
            if (clauses[number].Example!.Throws && ExampleCode.IsVoid(compilation.GetSemanticModel(trees[number]), cancellationToken))
            {
                var replaced = ExampleCode.File(clauses[number].Example!, number, host.Namespaces, isVoid: true);
                (compilation, trees[number]) = (compilation.ReplaceSyntaxTree(trees[number], replaced), replaced);
            }

            // A using directive that the target does not know is not the example's fault.
            var known = WithoutUnknownUsings(trees[number], Errors(compilation, trees[number], cancellationToken));
            (compilation, trees[number]) = (compilation.ReplaceSyntaxTree(trees[number], known), known);
            var error = Errors(compilation, trees[number], cancellationToken).FirstOrDefault();
            if (error is not null)
                results[clauses[number].Id] = new(ExampleOutcome.DoesNotCompile, $"{error.Id}: {error.GetMessage()}");
        }

        return compilation.RemoveSyntaxTrees(trees.Where((_, number) => results.ContainsKey(clauses[number].Id)));
    }

    private async Task RunAsync(string image, IReadOnlyList<Clause> clauses, List<int> numbers, Dictionary<string, ExampleResult> results, CancellationToken cancellationToken)
    {
        var log = Path.Combine(host.Folder, Assembly + ".log");
        for (var restart = 0; restart < Restarts && numbers.Exists(number => !results.ContainsKey(clauses[number].Id)); restart++)
        {
            var first = numbers.First(number => !results.ContainsKey(clauses[number].Id));
            File.Delete(log);
            await dotnet.RunAsync(host.Folder, ["exec", "--runtimeconfig", host.RuntimeConfig, image, log, $"{first}"], Limit, cancellationToken);
            var isLate = false;
            foreach (var line in File.Exists(log) ? await File.ReadAllLinesAsync(log, cancellationToken) : [])
            {
                if (line.Split(' ') is not [var number, var word, var text] || !int.TryParse(number, out var index))
                    continue;
                results[clauses[index].Id] = ResultOf(clauses[index].Example!, word, Encoding.UTF8.GetString(Convert.FromBase64String(text)));
                isLate |= word == "late";
            }

            var next = numbers.FirstOrDefault(number => !results.ContainsKey(clauses[number].Id), -1);
            // After one that did not end the program stops by itself.
            if (next >= 0 && !isLate)
                results.TryAdd(clauses[next].Id, new(ExampleOutcome.Crashed, "it ended the process"));
        }

        File.Delete(log);
    }

    private static ExampleResult ResultOf(SpecExample example, string word, string text) => word switch
    {
        "same" => new(ExampleOutcome.Holds, ""),
        "other" => new(ExampleOutcome.OtherValue, text),
        "nothing" => new(ExampleOutcome.ThrowsNothing, text),
        "late" => new(ExampleOutcome.TimedOut, $"{SecondsEach} s"),
        "threw" => Threw(example, text.Split('\n', 2)),
        _ => throw new InvalidOperationException($"The program of the examples says '{word}'."),
    };

    private static ExampleResult Threw(SpecExample example, string[] text)
    {
        var types = text[0].Split('|', StringSplitOptions.RemoveEmptyEntries);
        var wanted = example.Outcome.Split(':', ' ', ',')[0].Trim('`', '.', ';');
        return example.Throws && types.Any(type => type == wanted || type.EndsWith("." + wanted, StringComparison.Ordinal) || type.EndsWith("+" + wanted, StringComparison.Ordinal))
            ? new(ExampleOutcome.Holds, "")
            : new(ExampleOutcome.OtherException, $"{types[0].Split('.')[^1]}: {text[1]}");
    }

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellationToken) =>
        compilation.GetSemanticModel(tree).GetDiagnostics(null, cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static SyntaxTree WithoutUnknownUsings(SyntaxTree tree, IEnumerable<Diagnostic> errors)
    {
        var unknown = errors.Where(error => error.Id is "CS0246" or "CS0234")
            .Select(error => tree.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>()).OfType<UsingDirectiveSyntax>().Distinct().ToList();
        return unknown.Count == 0 ? tree : tree.WithRootAndOptions(tree.GetRoot().RemoveNodes(unknown, SyntaxRemoveOptions.KeepExteriorTrivia)!, tree.Options);
    }
}
