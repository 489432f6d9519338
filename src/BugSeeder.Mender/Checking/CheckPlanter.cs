using System.Text.RegularExpressions;
using BugSeeder.Code;
using BugSeeder.Mender.Reading;
using BugSeeder.Specs.Examples;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Checking;

/// <summary>Puts checks into the test projects, each into the first in which it compiles.</summary>
internal static partial class CheckPlanter
{
    /// <summary>Checks are written in a language at least this new.</summary>
    private const LanguageVersion Oldest = LanguageVersion.CSharp11;

    /// <summary>Plants them.</summary>
    /// <param name="code">The code of the workspace.</param>
    /// <param name="checks">The checks.</param>
    /// <param name="shown">Tests that the prompt shows.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static CheckedCode Plant(TargetCode code, IReadOnlyList<Check> checks, IReadOnlyList<ShownTest> shown, CancellationToken cancellationToken)
    {
        var namespaces = NamespacesOf(code);
        var (tests, changed, placed) = (new List<ProjectCode>(), new List<ProjectCode>(), new List<PlacedTest>());
        var open = Enumerable.Range(0, checks.Count).ToList();
        var reasons = new Dictionary<int, string>();
        foreach (var project in code.Tests)
        {
            var (withShown, here) = ShownTests.PutBack(project, shown, cancellationToken);
            placed.AddRange(here);
            var grown = withShown;
            if (TestFramework.Of(project.Compilation) is { } framework && open.Count > 0)
            {
                grown = Plant(Modern(withShown), open, checks, namespaces, framework, reasons, cancellationToken);
                open.RemoveAll(number => !reasons.ContainsKey(number));
            }

            tests.Add(grown);
            if (!ReferenceEquals(grown, project))
                changed.Add(grown);
        }

        var kept = Enumerable.Range(0, checks.Count).Except(open).ToDictionary(number => number, number => checks[number]);
        return new(code with { Tests = tests }, changed, kept, [.. open.Select(number => (checks[number], reasons.GetValueOrDefault(number, "no test project can hold it")))], placed);
    }

    private static ProjectCode Plant(ProjectCode project, List<int> numbers, IReadOnlyList<Check> checks, IReadOnlyList<string> namespaces, TestFramework framework, Dictionary<int, string> reasons, CancellationToken cancellationToken)
    {
        var options = (CSharpParseOptions)project.Compilation.SyntaxTrees[0].Options;
        namespaces = [.. namespaces.Where(name => HasNamespace(project.Compilation, name))];
        checks = [.. checks.Select(check => check with { Example = check.Example with { Usings = [.. check.Example.Usings.Where(line => Directive().Match(line) is not { Success: true } named || HasNamespace(project.Compilation, named.Groups["name"].Value))] } })];
        SyntaxTree File(string text, string name) => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), options, name, cancellationToken);
        var trees = numbers.ToDictionary(number => number, number => File(CheckFile.Text(checks[number], number, namespaces, framework, isVoid: false), $"{CheckFile.ClassPrefix}{number}.cs"));
        var compilation = project.Compilation.AddSyntaxTrees(trees.Values.Append(File(CheckFile.Comparison, "StatedInSpecComparison.cs")));
        foreach (var number in numbers)
        {
            reasons.Remove(number);
            if (checks[number].Example.Throws && ExampleCode.IsVoid(compilation.GetSemanticModel(trees[number]), cancellationToken))
            {
                var replaced = File(CheckFile.Text(checks[number], number, namespaces, framework, isVoid: true), $"{CheckFile.ClassPrefix}{number}.cs");
                (compilation, trees[number]) = (compilation.ReplaceSyntaxTree(trees[number], replaced), replaced);
            }
        }

        var refused = new List<SyntaxTree>();
        foreach (var number in numbers)
        {
            if (ProblemOf(checks[number], compilation.GetSemanticModel(trees[number]), cancellationToken) is not { } problem)
                continue;
            reasons[number] = problem;
            refused.Add(trees[number]);
        }

        return project with { Compilation = compilation.RemoveSyntaxTrees(refused) };
    }

    private static string? ProblemOf(Check check, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(null, cancellationToken).FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.IsWarningAsError) is { } error ? $"{error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
        : check.IsShown && ExampleCode.TypeIn(model, cancellationToken) is { } type && !CanBe(type, check.Example.Outcome) ? $"what stands behind it is a remark, since it gives a {type.Name}"
        : null;

    /// <summary>Whether a value that a comment shows can be one of a type.</summary>
    private static bool CanBe(ITypeSymbol type, string value) => SyntaxFactory.ParseExpression(value).DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().FirstOrDefault()?.Kind() switch
    {
        SyntaxKind.StringLiteralExpression => type.SpecialType == SpecialType.System_String,
        SyntaxKind.NumericLiteralExpression => type.Present().SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double or SpecialType.System_Object,
        SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Object,
        SyntaxKind.CharacterLiteralExpression => type.SpecialType == SpecialType.System_Char,
        _ => true,
    };

    /// <summary>A spec is about all projects, and a test project need not know all of them: what it does not know, it cannot use.</summary>
    private static bool HasNamespace(CSharpCompilation compilation, string name)
    {
        INamespaceSymbol? at = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
            at = at?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        return at is not null;
    }

    [GeneratedRegex(@"^(global )?using (?<name>[\w.]+);$", RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    /// <summary>All files of a compilation have one version of the language.</summary>
    private static ProjectCode Modern(ProjectCode project)
    {
        if (project.Compilation.SyntaxTrees is not [{ Options: CSharpParseOptions options }, ..] || options.LanguageVersion >= Oldest)
            return project;
        var (compilation, trees) = (project.Compilation, new Dictionary<string, SyntaxTree>(project.Trees, StringComparer.Ordinal));
        var paths = project.Trees.ToDictionary(entry => entry.Value, entry => entry.Key);
        foreach (var tree in project.Compilation.SyntaxTrees)
        {
            var renewed = tree.WithRootAndOptions(tree.GetRoot(), ((CSharpParseOptions)tree.Options).WithLanguageVersion(Oldest));
            compilation = compilation.ReplaceSyntaxTree(tree, renewed);
            if (paths.TryGetValue(tree, out var path))
                trees[path] = renewed;
        }

        return project with { Compilation = compilation, Trees = trees };
    }

    private static List<string> NamespacesOf(TargetCode code)
    {
        static IEnumerable<INamespaceSymbol> Inner(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(Inner).Prepend(space);
        return [.. code.Products.SelectMany(product => Inner(product.Compilation.Assembly.GlobalNamespace))
            .Where(space => !space.IsGlobalNamespace && space.GetTypeMembers().Any(type => type.DeclaredAccessibility == Accessibility.Public))
            .Select(space => space.ToDisplayString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
