using System.Globalization;
using System.Text.RegularExpressions;
using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Reading;

namespace BugSeeder.Mender.Repairing;

/// <summary>What stands in the clauses that are departed from, and may be what the code should have.</summary>
/// <param name="Numbers">Numbers, as they are written in C# without a suffix.</param>
/// <param name="Texts">Texts in quotes or code.</param>
/// <param name="Names">Words in code: names of types and members.</param>
/// <param name="Exceptions">Exceptions that should be thrown and are not.</param>
internal sealed partial record ClauseFacts(IReadOnlyList<string> Numbers, IReadOnlyList<string> Texts, IReadOnlySet<string> Names, IReadOnlyList<string> Exceptions)
{
    /// <summary>Those of the numbers that stand in words and not in code: what is said is a rule, what an example hands in is one case of many.</summary>
    public IReadOnlySet<string> Told { get; init; } = new HashSet<string>();

    /// <summary>Numbers that a failing test speaks of: a value for the test alone would mend nothing, so these come after what clauses say.</summary>
    public IReadOnlyList<string> TestNumbers { get; init; } = [];

    /// <summary>Texts and letters that a failing test speaks of.</summary>
    public IReadOnlyList<string> TestTexts { get; init; } = [];

    /// <summary>Whether all checks that fail expect that something is refused: then a guard is missing or wrong.</summary>
    public bool AskToRefuse { get; init; }

    /// <summary>The types that failing tests are named after.</summary>
    public IReadOnlySet<string> Subjects { get; init; } = new HashSet<string>();

    /// <summary>What is departed from says.</summary>
    /// <param name="departures">Checks that fail.</param>
    /// <param name="tests">Tests that fail, as the prompt shows them.</param>
    /// <param name="readings">What reads otherwise.</param>
    public static ClauseFacts Of(IReadOnlyList<Check> departures, IReadOnlyList<ShownTest> tests, IReadOnlyList<CodeDeparture> readings)
    {
        var clauses = Of(departures, [.. readings.Select(reading => reading.Clause.Text)]);
        var numbers = tests.SelectMany(test => Valued().Matches(test.Text).Select(match => match.Groups["number"].Value)).Distinct(StringComparer.Ordinal).Except(clauses.Numbers, StringComparer.Ordinal);
        var texts = tests.SelectMany(test => TextsIn(test.Text).Concat(Letter().Matches(test.Text).Select(match => match.Groups["text"].Value))).Distinct(StringComparer.Ordinal).Except(clauses.Texts, StringComparer.Ordinal);
        return clauses with
        {
            Names = clauses.Names.Concat(tests.SelectMany(test => Name().Matches(test.Text).Select(match => match.Value))).ToHashSet(StringComparer.Ordinal),
            Exceptions = [.. clauses.Exceptions.Concat(tests.SelectMany(test => Thrown().Matches(test.Text).Select(match => match.Groups["type"].Value))).Distinct(StringComparer.Ordinal)],
            TestNumbers = [.. numbers],
            TestTexts = [.. texts],
            Subjects = tests.Select(test => SubjectEnd().Replace(test.Class.Split('.', '+')[^1], "")).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static ClauseFacts Of(IReadOnlyList<Check> departures, IReadOnlyList<string> others)
    {
        var texts = departures.SelectMany(check => (string[])[check.Source.Text, check.Context]).Concat(others).Distinct(StringComparer.Ordinal).ToList();
        var quoted = texts.SelectMany(TextsIn).Distinct(StringComparer.Ordinal);
        var names = departures.Select(check => check.Source.Text + " " + check.Example.Expression).Concat(others).SelectMany(text => Name().Matches(text).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        var exceptions = departures.Where(check => check.Example.Throws).Select(check => check.Example.Outcome.Split(':', ' ', ',')[0].Trim('`', '.', ';')).Distinct(StringComparer.Ordinal);
        var told = texts.Select(text => Coded().Replace(text, " ")).SelectMany(text => NumbersIn(text).Concat(Spelled(text))).Distinct(StringComparer.Ordinal).ToList();
        // What is said is a rule, so it comes before what examples hand in: patterns take the first few.
        var numbers = told.Concat(texts.SelectMany(NumbersIn)).Distinct(StringComparer.Ordinal);
        return new([.. numbers], [.. quoted], names, [.. exceptions]) { Told = told.ToHashSet(StringComparer.Ordinal), AskToRefuse = departures.Count > 0 && departures.All(check => check.Example.Throws) };
    }

    /// <summary>Texts in quotes and words in code, and what stands in quotes in such code.</summary>
    private static IEnumerable<string> TextsIn(string text) => Quoted().Matches(text).Select(match => match.Groups["text"].Value)
        .SelectMany(found => found.Contains('"', StringComparison.Ordinal) && found.Length > 1 ? TextsIn(found) : [found]);

    private static IEnumerable<string> NumbersIn(string text) =>
        Number().Matches(text).Select(match => match.Value).Concat(Percent().Matches(text).Select(match => Share(match.Groups["number"].Value)));

    /// <summary>Numbers in words: "four to eight digits", "the fifth".</summary>
    private static IEnumerable<string> Spelled(string prose) => Comparing.Numbers.Spelled(prose).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static string Share(string percent) => (decimal.Parse(percent, CultureInfo.InvariantCulture) / 100).ToString(CultureInfo.InvariantCulture);

    /// <summary>Code blocks, rows of tables and words in code.</summary>
    [GeneratedRegex(@"^[ \t]*```.*?^[ \t]*```|^[ \t]*\|.*?$|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Coded();

    [GeneratedRegex(@"(?<![\w.])\d{1,9}(\.\d{1,9})?(?![\w]|\.\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\w.])(?<number>\d{1,3}(\.\d{1,4})?)\s*(%|percent)", RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<![\w.])(?<number>\d{1,9}(\.\d{1,9})?)(?=[mMdDfFlLuU]?(?![\w]|\.\d))", RegexOptions.ExplicitCapture)]
    private static partial Regex Valued();

    [GeneratedRegex(@"'(?<text>[^'\\\n])'", RegexOptions.ExplicitCapture)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\b(?<type>[A-Z]\w*Exception)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Thrown();

    [GeneratedRegex(@"(Tests?|Specs?|Fixture|Should)$", RegexOptions.ExplicitCapture)]
    private static partial Regex SubjectEnd();

    [GeneratedRegex("`(?<text>[^`\n]{0,60})`|\"(?<text>[^\"\\\\`\n]{0,60})\"|“(?<text>[^“”\n]{0,60})”", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Name();
}
