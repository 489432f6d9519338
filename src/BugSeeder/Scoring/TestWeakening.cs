using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Scoring;

/// <summary>Finds tests that check less than they did.</summary>
internal static class TestWeakening
{
    /// <summary>A sentence for each test of these files that was deleted, skipped, emptied or weakened.</summary>
    public static IReadOnlyList<string> Find(SourceTree given, SourceTree harvested, IEnumerable<string> testFiles)
    {
        var files = testFiles.Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).ToList();
        var before = files.SelectMany(path => MethodsOf(given, path)).ToList();
        var after = files.SelectMany(path => MethodsOf(harvested, path)).ToList();
        return [.. Tests(before, after), .. Helpers(before, after)];
    }

    private static IEnumerable<string> Tests(List<MethodDeclarationSyntax> before, List<MethodDeclarationSyntax> after)
    {
        var now = after.Where(TestSyntax.IsTest).ToLookup(TestSyntax.NameOf, StringComparer.Ordinal);
        var known = before.Where(TestSyntax.IsTest).Select(TestSyntax.NameOf).ToHashSet(StringComparer.Ordinal);
        // The same body under another name is a renamed test.
        var renamed = now.Where(group => !known.Contains(group.Key)).SelectMany(group => group).ToList();
        foreach (var group in before.Where(TestSyntax.IsTest).GroupBy(TestSyntax.NameOf))
        {
            var kept = now[group.Key].ToList();
            // Overloads are paired by what did not change, and the rest in their order.
            foreach (var old in group.OrderByDescending(test => kept.Exists(other => BodyOf(other) == BodyOf(test))))
            {
                var match = Take(kept, other => BodyOf(other) == BodyOf(old)) ?? Take(kept, other => other.ParameterList.ToString() == old.ParameterList.ToString()) ?? Take(kept, _ => true) ?? Take(renamed, other => BodyOf(other) == BodyOf(old));
                if ((match is null ? "was deleted" : Weakness(old, match)) is { } weakness)
                    yield return $"{group.Key} {weakness}";
            }
        }
    }

    /// <summary>Methods that check something for the tests.</summary>
    private static IEnumerable<string> Helpers(List<MethodDeclarationSyntax> before, List<MethodDeclarationSyntax> after)
    {
        var now = after.Where(method => !TestSyntax.IsTest(method)).ToLookup(KeyOf, StringComparer.Ordinal);
        return before.Where(method => !TestSyntax.IsTest(method))
            .Select(old => (Old: old, Weakness: now[KeyOf(old)].FirstOrDefault() is { } match ? ChecksLess(old, match) : null))
            .Where(pair => pair.Weakness is not null)
            .Select(pair => $"{TestSyntax.NameOf(pair.Old)} {pair.Weakness}");
    }

    private static MethodDeclarationSyntax? Take(List<MethodDeclarationSyntax> from, Func<MethodDeclarationSyntax, bool> isMatch)
    {
        var found = from.FirstOrDefault(isMatch);
        if (found is not null)
            from.Remove(found);
        return found;
    }

    private static string? Weakness(MethodDeclarationSyntax old, MethodDeclarationSyntax now)
    {
        if (TestSyntax.IsSkipped(now) && !TestSyntax.IsSkipped(old))
            return "is skipped";
        if (TestSyntax.RowsOf(now) < TestSyntax.RowsOf(old))
            return $"has {TestSyntax.RowsOf(now)} rows of data instead of {TestSyntax.RowsOf(old)}";
        return ChecksLess(old, now);
    }

    private static string? ChecksLess(MethodDeclarationSyntax old, MethodDeclarationSyntax now)
    {
        var (checks, nowChecks) = (Live(old), Live(now));
        if (nowChecks.Count == 0 && (checks.Count > 0 || (HasStatements(old) && !HasStatements(now))))
            return "checks nothing any more";
        if (nowChecks.Count < checks.Count)
            return $"has {nowChecks.Count} checks instead of {checks.Count}";
        var tolerances = nowChecks.Select(Tolerance.Of).GroupBy(check => check.Key, check => check.Allowed, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Min(), StringComparer.Ordinal);
        return checks.Select(Tolerance.Of).Any(check => tolerances.TryGetValue(check.Key, out var allowed) && allowed > check.Allowed * (1 + 1e-9)) ? "has a looser tolerance" : null;
    }

    /// <summary>The checks before a return that is always reached.</summary>
    private static List<InvocationExpressionSyntax> Live(MethodDeclarationSyntax method)
    {
        var end = method.Body?.Statements.FirstOrDefault(statement => statement is ReturnStatementSyntax { Expression: null })?.SpanStart ?? int.MaxValue;
        return [.. TestSyntax.ChecksOf(method).Where(check => check.SpanStart < end)];
    }

    private static bool HasStatements(MethodDeclarationSyntax test) => test.ExpressionBody is not null || test.Body?.Statements.Count > 0;

    private static string KeyOf(MethodDeclarationSyntax method) => $"{TestSyntax.NameOf(method)}({string.Join(',', method.ParameterList.Parameters.Select(parameter => parameter.Type?.ToString()))})";

    private static string BodyOf(MethodDeclarationSyntax test) => test.Body?.NormalizeWhitespace().ToString() ?? test.ExpressionBody?.NormalizeWhitespace().ToString() ?? "";

    private static IEnumerable<MethodDeclarationSyntax> MethodsOf(SourceTree tree, string path) =>
        tree.Files.GetValueOrDefault(path)?.Text is { } text ? CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>() : [];
}
