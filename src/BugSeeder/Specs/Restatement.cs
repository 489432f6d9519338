using System.Text.RegularExpressions;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;

namespace BugSeeder.Specs;

/// <summary>
/// Finds what says the same as the spec elsewhere in the target, since an arm without the spec must not have it from there.
/// A document counts when it shares runs of words with a spec; the user's own list is added to that.
/// </summary>
internal static partial class Restatement
{
    /// <summary>So many words in a row are no accident.</summary>
    private const int RunOfWords = 8;

    /// <summary>So many different runs are no quotation.</summary>
    private const int Runs = 3;

    /// <summary>The files to leave out of every workspace, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Find(SourceTree tree, IReadOnlyList<SpecVariant> specs, IReadOnlyList<string> leaveOut)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var runs = specs.SelectMany(spec => RunsOf(spec.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, file) in tree.Files)
        {
            if (specs.Any(spec => spec.Origins.Contains(path)))
                found[path] = "it is the spec";
            else if (Glob.Matches(leaveOut, path))
                found[path] = "`leaveOut` in the configuration names it";
            else if (IsDocument(path) && file.Text is { } text && RunsOf(text).Where(runs.Contains).Distinct().Take(Runs).Count() == Runs)
                found[path] = $"it shares runs of {RunOfWords} words with the spec";
        }

        return found;
    }

    private static bool IsDocument(string path) => Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown" or ".txt" or ".rst" or ".adoc" or ".html" or ".feature";

    private static IEnumerable<string> RunsOf(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToArray();
        for (var start = 0; start + RunOfWords <= words.Length; start++)
            yield return string.Join(' ', words, start, RunOfWords);
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
