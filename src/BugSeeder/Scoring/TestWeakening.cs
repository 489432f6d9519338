using System.Globalization;
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
        var before = files.SelectMany(path => TestsOf(given, path)).ToList();
        var after = files.SelectMany(path => TestsOf(harvested, path)).ToLookup(TestSyntax.NameOf, StringComparer.Ordinal);
        var bodies = after.SelectMany(group => group).Select(BodyOf).ToHashSet(StringComparer.Ordinal);
        return [.. before.GroupBy(TestSyntax.NameOf).SelectMany(group => Compare(group.Key, [.. group], [.. after[group.Key]], bodies))];
    }

    private static IEnumerable<string> Compare(string name, MethodDeclarationSyntax[] before, MethodDeclarationSyntax[] after, HashSet<string> bodies)
    {
        if (after.Length < before.Length)
        {
            // The same body under another name is a renamed test.
            if (!before.All(test => bodies.Contains(BodyOf(test))))
                yield return $"{name} was deleted";
            yield break;
        }

        foreach (var (old, now) in before.Zip(after))
        {
            if (Weakness(old, now) is { } weakness)
                yield return $"{name} {weakness}";
        }
    }

    private static string? Weakness(MethodDeclarationSyntax old, MethodDeclarationSyntax now)
    {
        if (TestSyntax.IsSkipped(now) && !TestSyntax.IsSkipped(old))
            return "is skipped";
        if (!TestSyntax.TestsIn(now.SyntaxTree.GetRoot()).Contains(now))
            return "is no test any more";
        if (TestSyntax.RowsOf(now) < TestSyntax.RowsOf(old))
            return $"has {TestSyntax.RowsOf(now)} rows of data instead of {TestSyntax.RowsOf(old)}";
        var (checks, nowChecks) = (TestSyntax.ChecksOf(old), TestSyntax.ChecksOf(now));
        if (nowChecks.Count == 0 && (checks.Count > 0 || (HasStatements(old) && !HasStatements(now))))
            return "checks nothing any more";
        if (nowChecks.Count < checks.Count)
            return $"has {nowChecks.Count} checks instead of {checks.Count}";
        return checks.Zip(nowChecks).Any(pair => IsLooser(pair.First, pair.Second)) ? "has a looser tolerance" : null;
    }

    /// <summary>The same check, whose last argument is a tolerance that grew, or a number of decimals that shrank.</summary>
    private static bool IsLooser(InvocationExpressionSyntax old, InvocationExpressionSyntax now)
    {
        var (before, after) = (old.ArgumentList.Arguments, now.ArgumentList.Arguments);
        if (old.Expression.ToString() != now.Expression.ToString() || before.Count < 3 && after.Count < 3)
            return false;
        if (after.Count >= 3 && before.Count < 3)
            return Number(after[2]) is not null;
        return before.Count >= 3 && after.Count >= 3 && Number(before[2]) is { } tolerance && Number(after[2]) is { } newTolerance
            && (IsWhole(before[2]) && IsWhole(after[2]) ? newTolerance < tolerance : newTolerance > tolerance);
    }

    private static bool IsWhole(ArgumentSyntax argument) => argument.Expression is LiteralExpressionSyntax { Token.Value: int };

    private static double? Number(ArgumentSyntax argument) =>
        argument.Expression is LiteralExpressionSyntax { Token.Value: IConvertible value and not string and not bool } ? value.ToDouble(CultureInfo.InvariantCulture) : null;

    private static bool HasStatements(MethodDeclarationSyntax test) => test.ExpressionBody is not null || test.Body?.Statements.Count > 0;

    private static string BodyOf(MethodDeclarationSyntax test) => test.Body?.NormalizeWhitespace().ToString() ?? test.ExpressionBody?.NormalizeWhitespace().ToString() ?? "";

    private static IEnumerable<MethodDeclarationSyntax> TestsOf(SourceTree tree, string path) =>
        tree.Files.GetValueOrDefault(path)?.Text is { } text ? TestSyntax.TestsIn(CSharpSyntaxTree.ParseText(text).GetRoot()) : [];
}
