using System.Text.RegularExpressions;
using BugSeeder.Mender.Reading;
using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Comparing;

/// <summary>
/// The examples of a spec under what a clause says makes no difference: another culture, another order of what is given. An example of what is refused or that
/// formats by itself is left as it is.
/// </summary>
internal static partial class Variations
{
    /// <summary>A culture with a comma for a point and a point for a colon, made from the invariant one, since a machine need not have any other.</summary>
    private const string OtherCulture = """System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", CurrencyDecimalSeparator = ",", PercentDecimalSeparator = "," }, DateTimeFormat = { DateSeparator = ".", TimeSeparator = ".", ShortDatePattern = "dd/MM/yyyy", LongTimePattern = "HH:mm:ss", ShortTimePattern = "HH:mm" } };""";

    /// <summary>The checks so made.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="checks">What it states itself.</param>
    public static IReadOnlyList<Check> Of(StatedSpec spec, IReadOnlyList<Check> checks) => [.. UnderOtherCulture(spec, checks), .. InOtherOrder(spec, checks)];

    /// <summary>Only where there is text can a culture show.</summary>
    private static IEnumerable<Check> UnderOtherCulture(StatedSpec spec, IReadOnlyList<Check> checks) =>
        spec.Clauses.FirstOrDefault(clause => Cultures().IsMatch(clause.Words)) is not { } clause ? []
        : checks.Where(check => !check.Example.Throws && HasText(check.Example) && !Formats().IsMatch($"{check.Example.Setup} {check.Example.Expression} {check.Example.Outcome}"))
            .Select(check => check with { Example = check.Example with { Setup = $"{OtherCulture}\n{check.Example.Setup}" }, Source = clause.Clause, Heading = clause.Heading, Under = "under another culture" });

    private static bool HasText(SpecExample example) => example.Expression.Contains('"', StringComparison.Ordinal) || example.Outcome.Contains('"', StringComparison.Ordinal);

    /// <summary>What a clause says may be given in any order is given in the reverse one, in the examples under its heading.</summary>
    private static IEnumerable<Check> InOtherOrder(StatedSpec spec, IReadOnlyList<Check> checks)
    {
        foreach (var clause in spec.Clauses)
        {
            if (Orders().Match(clause.Words) is not { Success: true } stated)
                continue;
            var thing = Wording.Of(stated.Groups["thing"].Success ? stated.Groups["thing"].Value : clause.Words);
            foreach (var check in checks.Where(check => !check.Example.Throws && clause.Examples.Contains(check.Example)))
            {
                if (Sequences.Reversed(check.Example.Expression, thing) is { } reversed)
                    yield return check with { Example = check.Example with { Expression = reversed }, Source = clause.Clause, Under = "in another order" };
            }
        }
    }

    [GeneratedRegex(@"\b(same|alike|independent|regardless|whatever|irrespective)\b[^.;]{0,60}\bculture|\bculture[- ](invariant|independent)", RegexOptions.IgnoreCase)]
    private static partial Regex Cultures();

    [GeneratedRegex(@"\.ToString\(|\$@?""|\bParse\(|\bConvert\.|\bstring\.Format\b|CultureInfo")]
    private static partial Regex Formats();

    [GeneratedRegex(@"\b(whatever|regardless of|independent of|irrespective of) (the|their|its) order\b( (in which|of)( the)? (?<thing>[a-z]+)\b)?|\b(?<thing>[a-z]+) (may|can) (be given|come|stand) in any order\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Orders();
}
