using System.Text.RegularExpressions;
using BugSeeder.Execution.Trees;

namespace BugSeeder.Scoring;

/// <summary>Counts what silences the compiler and analyzers.</summary>
internal static partial class Suppressions
{
    /// <summary>The changed files that silence more than they did, and more than the original does: to put back what was there adds nothing.</summary>
    public static IReadOnlyList<string> Added(SourceTree original, SourceTree given, SourceTree harvested, IEnumerable<string> changed) =>
        [.. changed.Where(path => Count(harvested, path) > Math.Max(Count(given, path), Count(original, path)))];

    private static int Count(SourceTree tree, string path) => tree.Files.GetValueOrDefault(path)?.Text is { } text ? Suppression().Count(text) : 0;

    [GeneratedRegex(@"#\s*pragma\s+warning\s+disable|\b(Unconditional)?SuppressMessage(Attribute)?\s*\(|<NoWarn\b|ReSharper\s+disable|\bNoWarn\s*=|#\s*nullable\s+disable|\.severity\s*=\s*(none|silent)", RegexOptions.ExplicitCapture)]
    private static partial Regex Suppression();
}
