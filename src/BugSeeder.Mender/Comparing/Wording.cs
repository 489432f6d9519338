using System.Text.RegularExpressions;

namespace BugSeeder.Mender.Comparing;

/// <summary>Words of prose and of names, so that "stored bills" and <c>BillStore</c> are seen to speak of one thing.</summary>
internal static partial class Wording
{
    private static readonly string[] Endings = ["ations", "ation", "ions", "ion", "ings", "ing", "ers", "ors", "er", "or", "ies", "ied", "es", "ed", "s", "e", "y"];
    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "and", "or", "in", "on", "at", "by", "to", "for", "from", "is", "be", "as", "it", "its", "no", "not", "must", "may", "with", "that", "than", "per", "most", "least", "more", "less", "max", "min",
    };

    /// <summary>The words of a text or a name, small words left out, each by its stem.</summary>
    public static IReadOnlySet<string> Of(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).Where(word => word.Length > 1 && !Small.Contains(word)).Select(Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many words of one stand in the other.</summary>
    public static int Shared(IReadOnlySet<string> some, IReadOnlySet<string> others) => some.Count(word => others.Any(other => Same(word, other)));

    /// <summary>Whether two stems are of one word, such as of "submission" and "submitter".</summary>
    public static bool Same(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= 5 && one.AsSpan(0, 5).SequenceEqual(other.AsSpan(0, 5)) && Math.Abs(one.Length - other.Length) <= 3);

    private static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var cut = word[..^ending.Length];
                return cut.Length >= 4 && cut[^1] == cut[^2] && cut[^1] is not ('l' or 's') ? cut[..^1] : cut;
            }
        }

        return word;
    }

    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Word();
}
