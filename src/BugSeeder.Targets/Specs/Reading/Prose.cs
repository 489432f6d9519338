using System.Text.RegularExpressions;

namespace BugSeeder.Specs.Reading;

/// <summary>The words of a text, with everything that is not prose blanked out, so that positions stay what they were.</summary>
internal static partial class Prose
{
    /// <summary>The text with code, comments and addresses blanked out.</summary>
    public static string Of(string text) => NotProse().Replace(text, match => new string(' ', match.Length));

    /// <summary>The same without what stands in quotation marks: what the product says is not what the spec says.</summary>
    public static string Unquoted(string text) => Quoted().Replace(Of(text), match => new string(' ', match.Length));

    /// <summary>The sentences of a text, as positions in it.</summary>
    public static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var prose = Of(text);
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(prose))
        {
            if (Abbreviation().IsMatch(prose[start..(end.Index + 1)]))
                continue;
            yield return (start, end.Index + 1);
            start = end.Index + end.Length;
        }

        if (start < text.Length && text[start..].Trim().Length > 0)
            yield return (start, text.Length);
    }

    [GeneratedRegex(@"(?<t>`+)[^`](.|\n)*?\k<t>|<!--(.|\n)*?-->|https?://[^\s)>\]]+|\]\([^)\n]*\)")]
    private static partial Regex NotProse();

    [GeneratedRegex("\"[^\"\n]*\"|“[^”\n]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[.!?](?=\s+[""“(*\[\p{Lu}\s`])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(e\.g|i\.e|etc|vs|cf|approx|no|fig|sec)\.$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();
}
