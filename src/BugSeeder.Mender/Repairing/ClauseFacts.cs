using System.Globalization;
using System.Text.RegularExpressions;
using BugSeeder.Mender.Reading;

namespace BugSeeder.Mender.Repairing;

/// <summary>What stands in the clauses that are departed from, and may be what the code should have.</summary>
/// <param name="Numbers">Numbers, as they are written in C# without a suffix.</param>
/// <param name="Texts">Texts in quotes or code.</param>
/// <param name="Names">Words in code: names of types and members.</param>
/// <param name="Exceptions">Exceptions that should be thrown and are not.</param>
internal sealed partial record ClauseFacts(IReadOnlyList<string> Numbers, IReadOnlyList<string> Texts, IReadOnlySet<string> Names, IReadOnlyList<string> Exceptions)
{
    /// <summary>What these checks' clauses say.</summary>
    public static ClauseFacts Of(IReadOnlyList<Check> departures)
    {
        var texts = departures.SelectMany(check => (string[])[check.Source.Text, check.Context]).Distinct(StringComparer.Ordinal).ToList();
        var numbers = texts.SelectMany(text => Number().Matches(text).Select(match => match.Value))
            .Concat(texts.SelectMany(text => Percent().Matches(text).Select(match => Share(match.Groups["number"].Value))))
            .Distinct(StringComparer.Ordinal);
        var quoted = texts.SelectMany(text => Quoted().Matches(text).Select(match => match.Groups["text"].Value)).Distinct(StringComparer.Ordinal);
        var names = departures.SelectMany(check => Name().Matches(check.Source.Text + " " + check.Example.Expression).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        var exceptions = departures.Where(check => check.Example.Throws).Select(check => check.Example.Outcome.Split(':', ' ', ',')[0].Trim('`', '.', ';')).Distinct(StringComparer.Ordinal);
        return new([.. numbers], [.. quoted], names, [.. exceptions]);
    }

    private static string Share(string percent) => (decimal.Parse(percent, CultureInfo.InvariantCulture) / 100).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w.])\d{1,9}(\.\d{1,9})?(?![\w]|\.\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\w.])(?<number>\d{1,3}(\.\d{1,4})?)\s*(%|percent)", RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();

    [GeneratedRegex("[`\"“](?<text>[^`\"“”\n]{0,60})[`\"”]", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Name();
}
