using System.Text.RegularExpressions;

namespace BugSeeder.Specs;

/// <summary>
/// A spec that requires nothing: the same headings, and below them as many words, list items and lines of code as before, saying nothing about behaviour. Having any
/// document at all primes an audit, and this shows how much.
/// </summary>
internal static partial class Placebo
{
    private static readonly string[] Words =
        "This part belongs to the description of the software as a whole and is kept in one place with the other parts so that readers find their way around it. It was written by the people who maintain the repository and is read together with the code."
        .Split(' ');

    /// <summary>The placebo of a spec.</summary>
    public static SpecVariant Of(SpecVariant spec) =>
        spec with { Files = spec.Files.ToDictionary(file => file.Key, file => file.Value.Text is { } text ? file.Value.WithText(Neutral(text)) : file.Value, StringComparer.Ordinal) };

    /// <summary>The text with nothing required in it.</summary>
    internal static string Neutral(string text)
    {
        var (place, inCode) = (0, false);
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line =>
        {
            if (Fence().IsMatch(line))
            {
                inCode = !inCode;
                return Fence().Match(line).Value;
            }

            if (inCode)
                return line.Length == 0 ? "" : "…";
            return string.IsNullOrWhiteSpace(line) || Heading().IsMatch(line) || Rule().IsMatch(line) ? line : Filled(line, ref place);
        }));
    }

    private static string Filled(string line, ref int place)
    {
        var start = Marker().Match(line).Value;
        var count = line[start.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var first = place;
        place += count;
        return start + string.Join(' ', Enumerable.Range(first, count).Select(word => Words[word % Words.Length]));
    }

    [GeneratedRegex(@"^\s*(```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6}\s")]
    private static partial Regex Heading();

    /// <summary>What underlines a heading or parts a table's head from its rows.</summary>
    [GeneratedRegex(@"^[\s|:=-]+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*([-*+>]\s+|\d+[.)]\s+)*")]
    private static partial Regex Marker();
}
