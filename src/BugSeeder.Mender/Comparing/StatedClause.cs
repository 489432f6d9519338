using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Mender.Comparing;

/// <summary>A clause with what a convention asks of it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Examples">The examples under that heading.</param>
internal sealed partial record StatedClause(Clause Clause, string Heading, IReadOnlyList<SpecExample> Examples)
{
    /// <summary>What it is about: its heading, unless that is the title of a whole document, which is about everything in it.</summary>
    public string Topic { get; init; } = Heading;

    /// <summary>Whether something ties it to a part of the code: what it says in code, an example, a quotation or a topic.</summary>
    public bool IsTied => Code.Count + Examples.Count + Quotes.Count + Topic.Length > 0;

    /// <summary>What it says, on one line.</summary>
    public string Text { get; } = Plain(Clause.Text);

    /// <summary>Its words, with code and quotations blanked out.</summary>
    public string Words { get; } = Prose.Unquoted(Plain(Clause.Text));

    /// <summary>What it says in code, in order.</summary>
    public IReadOnlyList<string> Code { get; } = [.. CodeSpan().Matches(Plain(Clause.Text)).Select(match => match.Groups["code"].Value)];

    /// <summary>What it quotes, in order.</summary>
    public IReadOnlyList<string> Quotes { get; } = [.. Quoted().Matches(CodeSpan().Replace(Plain(Clause.Text), match => new string(' ', match.Length))).Select(match => match.Groups["text"].Value)];

    /// <summary>Text with every stretch of white space made one blank.</summary>
    public static string Plain(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();

    [GeneratedRegex("[\"“](?<text>[^\"“”]{3,200})[\"”]", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
