using System.Text.RegularExpressions;

namespace BugSeeder.Specs.Tracing;

/// <summary>The words of a text or of names in code, so that prose and identifiers can be compared.</summary>
internal static partial class Words
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "do", "does", "each", "every", "for", "from", "given", "has", "have", "if", "in", "into", "is", "it", "its",
        "may", "must", "no", "not", "of", "on", "one", "only", "or", "other", "shall", "should", "so", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "to",
        "until", "was", "when", "where", "which", "whose", "will", "with", "without", "all", "also", "but", "same", "test", "tests", "async", "get", "set", "new", "var", "void", "null", "return", "public",
        "static", "string", "int", "bool", "decimal", "true", "false", "using", "assert", "equal", "fact", "theory",
    };

    /// <summary>The words, identifiers split at humps and underscores, endings taken off, common ones left out.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (Match match in Piece().Matches(text))
        {
            var word = match.Value.ToLowerInvariant();
            if (word.Length > 1 && !Common.Contains(word))
                yield return Stem(word);
        }
    }

    /// <summary>A word without the endings that do not change what it is about.</summary>
    private static string Stem(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        foreach (var ending in (string[])["ations", "ation", "ings", "ing", "edly", "ed", "es", "s"])
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal) && !(ending == "s" && word[^2] == 's'))
                return Trimmed(word[..^ending.Length]);
        }

        return Trimmed(word);
    }

    /// <summary>Rounded and round, capped and cap, price and pricing meet.</summary>
    private static string Trimmed(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's') ? stem[..^1] : stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;

    [GeneratedRegex(@"\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\d+(?:\.\d+)?")]
    private static partial Regex Piece();
}
