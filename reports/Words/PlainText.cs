using System.Text;
using System.Text.RegularExpressions;

namespace BugSeeder.Reports.Words;

/// <summary>
/// Makes text from outside harmless to look at: what assistants and tests print may hold colour codes, NULs,
/// and marks that turn the reading direction around, so that a reader sees other text than what stands there.
/// </summary>
internal static partial class PlainText
{
    /// <summary>The text with colour codes dropped and everything invisible made visible.</summary>
    public static string Clean(string text)
    {
        text = Colour().Replace(text, "").ReplaceLineEndings("\n");
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(clean, rune);
        return clean.ToString();
    }

    /// <summary>The cleaned text on one line.</summary>
    public static string OneLine(string text, int limit = 300)
    {
        var line = Clean(text.Length > limit * 2 ? text[..(limit * 2)] : text).Replace('\n', ' ').Replace('\t', ' ').Trim();
        return line.Length > limit || text.Length > limit * 2 ? $"{Safely(line, Math.Min(limit, line.Length))} …" : line;
    }

    /// <summary>A cleaned line of code, cut where it is too long to read.</summary>
    public static string CodeLine(string line, int limit) => line.Length <= limit
        ? Clean(line)
        : $"{Clean(Safely(line, limit))} [… {line.Length - limit:#,0} characters cut …]";

    /// <summary>The cleaned text, at most about <paramref name="limit"/> characters of it: its beginning, what was cut, and its end.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return Clean(text);

        var head = limit * 2 / 3;
        var tail = limit - head;
        return $"{Clean(text[..head])}\n[… {text.Length - limit:#,0} characters cut …]\n{Clean(text[^tail..])}";
    }

    // A cut must not fall between the two halves of one character.
    private static string Safely(string text, int length) =>
        length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];

    private static void Append(StringBuilder clean, Rune rune)
    {
        var value = rune.Value;
        if (value is '\n' or '\t')
            clean.Append((char)value);
        else if (IsInvisible(value))
            clean.Append($"⟨U+{value:X4}⟩");
        else
            clean.Append(rune.ToString());
    }

    private static bool IsInvisible(int value) => value is
        < 0x20 or (>= 0x7F and <= 0x9F) or 0xAD or 0x61C or 0x180E // controls, soft hyphen, Arabic and Mongolian marks
        or (>= 0x200B and <= 0x200F) // zero width and direction marks
        or (>= 0x2028 and <= 0x202E) // line separators, embeddings and overrides
        or (>= 0x2060 and <= 0x206F) or 0xFEFF // word joiners, isolates, byte order mark
        or (>= 0xFFF9 and <= 0xFFFB) // interlinear marks
        or (>= 0xE0000 and <= 0xE0FFF) // tags
        || (value & 0xFFFE) == 0xFFFE; // noncharacters, which no XML may hold

    [GeneratedRegex(@"\x1B\[[0-9;:]{0,40}m", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
