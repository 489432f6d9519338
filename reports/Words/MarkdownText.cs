using System.Text;

namespace BugSeeder.Reports.Words;

/// <summary>Text from outside inside of Markdown: it stays text, on one line, whatever it tries.</summary>
internal static class MarkdownText
{
    /// <summary>The text with every sign escaped that Markdown or HTML would act on, mentions and bare links included.</summary>
    public static string Of(string text, int limit = 300)
    {
        var escaped = new StringBuilder();
        foreach (var sign in PlainText.OneLine(text, limit))
            escaped.Append(Escape(sign));
        return escaped.Replace("http://", "http&#58;//").Replace("https://", "https&#58;//").Replace("www.", "www&#46;").ToString();
    }

    private static string Escape(char sign) => sign switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '@' => "&#64;",
        '#' => "&#35;",
        '\\' or '`' or '|' or '*' or '_' or '[' or ']' or '~' or '!' => $"\\{sign}",
        _ => sign.ToString(),
    };
}
