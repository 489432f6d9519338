using Microsoft.Extensions.FileSystemGlobbing;

namespace BugSeeder.Execution.Builds;

/// <summary>Paths by pattern, such as <c>docs/**</c>.</summary>
public static class Glob
{
    /// <summary>Whether a path matches one of the patterns; without patterns every path does.</summary>
    public static bool MatchesAny(IReadOnlyList<string> patterns, string path) => patterns.Count == 0 || Matches(patterns, path);

    /// <summary>Whether a path matches one of the patterns; without patterns none does.</summary>
    public static bool Matches(IEnumerable<string> patterns, string path)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(patterns);
        return matcher.Match(path).HasMatches;
    }
}
