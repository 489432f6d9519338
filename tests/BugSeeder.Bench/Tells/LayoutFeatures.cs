using System.Text.RegularExpressions;
using BugSeeder.Code;

namespace BugSeeder.Bench.Tells;

/// <summary>
/// What the layout of a place looks like, token by token nothing of it: how often it departs from common form, and from what is usual in the rest of its
/// file. How much code there is does not count, only how it is laid out.
/// </summary>
internal static partial class LayoutFeatures
{
    /// <summary>The features' names, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "lines with trailing blanks", "line ends unlike the file's", "indentation unlike the file's", "indentation by half a step", "blank lines in a row",
        "blank lines at the edge of a block", "braces unlike the file's", "commas without a blank", "operators without blanks", "blanks in a row", "blanks inside parentheses",
        "blanks before a comma or semicolon", "lines close behind a block unlike the file's", "comments", "comments without a blank", "lines longer than the file's", "byte order mark", "no last line end", "empty statements or blocks",
    ];

    /// <summary>The features of one version.</summary>
    public static double[] Of(Version version)
    {
        var lines = version.Windows.SelectMany(Diff.Lines).ToList();
        var rest = Diff.Lines(version.Rest);
        var texts = lines.Select(line => line.TrimEnd('\r', '\n')).ToList();
        var code = texts.Select(line => Quoted().Replace(LineComment().Replace(line, ""), "\"\"")).ToList();
        var (returns, tabs, owns) = (Mostly(rest, line => line.EndsWith("\r\n", StringComparison.Ordinal)), Mostly(rest.Where(Indented), line => line.StartsWith('\t')), Mostly(rest.Where(Opens), line => line.Trim() == "{"));
        var longest = rest.Select(line => line.Length).DefaultIfEmpty(0).Max();
        return
        [
            texts.Count(line => line.Length > 0 && char.IsWhiteSpace(line[^1])),
            lines.Count(line => line.EndsWith('\n') && line.EndsWith("\r\n", StringComparison.Ordinal) != returns),
            texts.Count(line => Indented(line) && line.StartsWith('\t') != tabs),
            texts.Count(line => Indented(line) && !tabs && line.TakeWhile(letter => letter == ' ').Count() % 2 == 1),
            texts.Zip(texts.Skip(1)).Count(pair => IsBlank(pair.First) && IsBlank(pair.Second)),
            texts.Zip(texts.Skip(1)).Count(pair => (pair.First.TrimEnd().EndsWith('{') && IsBlank(pair.Second)) || (IsBlank(pair.First) && pair.Second.Trim() == "}")),
            code.Count(line => Opens(line) && (line.Trim() == "{") != owns),
            code.Sum(line => BareComma().Count(line)),
            code.Sum(line => BareOperator().Count(line)),
            code.Sum(line => Blanks().Count(line.TrimStart())),
            code.Sum(line => InnerBlank().Count(line)),
            code.Sum(line => EarlyBlank().Count(line)),
            texts.Zip(texts.Skip(1)).Count(pair => GoesOnClose(pair.First, pair.Second)) * (Mostly(rest.Zip(rest.Skip(1)).Where(pair => pair.First.Trim() == "}" && !Closes(pair.Second)), pair => IsBlank(pair.Second)) ? 1 : 0),
            texts.Count(line => LineComment().IsMatch(line) || line.TrimStart().StartsWith('*')),
            texts.Sum(line => BareComment().Count(line)),
            texts.Count(line => line.Length > longest),
            version.Marks.Trim().Length,
            lines.Count(line => !line.EndsWith('\n')),
            code.Sum(line => Empty().Count(line)),
        ];
    }

    /// <summary>Whether a statement follows a block without a blank line between.</summary>
    private static bool GoesOnClose(string first, string second) => first.Trim() == "}" && !IsBlank(second) && !Closes(second);

    private static bool Closes(string line) => line.TrimStart() is var start && (start.StartsWith('}') || start.StartsWith(')') || start.StartsWith("else", StringComparison.Ordinal)
        || start.StartsWith("catch", StringComparison.Ordinal) || start.StartsWith("finally", StringComparison.Ordinal) || start.StartsWith("while", StringComparison.Ordinal));

    private static bool Mostly<T>(IEnumerable<T> lines, Func<T, bool> holds) => lines.Sum(line => holds(line) ? 1 : -1) > 0;

    private static bool Indented(string line) => line.Length > 0 && line[0] is ' ' or '\t' && !IsBlank(line);

    private static bool Opens(string line) => line.TrimEnd().EndsWith('{');

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);

    [GeneratedRegex("""@?\$?"(\\.|[^"\\])*"|'(\\.|[^'\\])+'""", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<![:\"])//.*$")]
    private static partial Regex LineComment();

    [GeneratedRegex(@",(?=[^\s\],>)])")]
    private static partial Regex BareComma();

    [GeneratedRegex(@"\S(==|!=|&&|\|\||<=|>=|\+=|-=|=>)|(==|!=|&&|\|\||\+=|-=|=>)\S")]
    private static partial Regex BareOperator();

    [GeneratedRegex(@"(?<=\S)[ \t]{2,}(?=\S)")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(\(|\[)[ ]|(?<=\S)[ ](\)|\])")]
    private static partial Regex InnerBlank();

    [GeneratedRegex(@"(?<=\S)[ ][,;]")]
    private static partial Regex EarlyBlank();

    [GeneratedRegex(@"//[^\s/!]")]
    private static partial Regex BareComment();

    [GeneratedRegex(@"\{\s*\}|;\s*;|^\s*;")]
    private static partial Regex Empty();
}
