using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>The spec gives one thing two values.</summary>
internal sealed partial class ConflictingValue : SpecRule
{
    private static readonly Dictionary<string, double> Seconds = new(StringComparer.Ordinal)
    {
        ["ms"] = 0.001,
        ["millisecond"] = 0.001,
        ["s"] = 1,
        ["second"] = 1,
        ["minute"] = 60,
        ["hour"] = 3600,
        ["day"] = 86400,
    };

    public override SpecRuleCard Card { get; } = new(
        Id: "conflicting-value",
        Wrong: "The spec gives one thing two values.",
        Why: "Half of those who read it will do the other one.",
        Remedy: "Say it once, and refer to that place elsewhere.",
        Severity: FindingSeverity.Warning,
        Bad: "# Login\n\n- The session timeout must be 30 minutes.\n- `MaxAttempts` must be 3.\n\n## Limits\n\n- The session timeout is 20 minutes.\n- `MaxAttempts` is 5.\n",
        Good: "# Login\n\n- The session timeout must be 30 minutes.\n- `MaxAttempts` must be 3.\n\n## Limits\n\n- The session timeout is 1800 seconds.\n- `MaxAttempts` is 3.\n")
    {
        LeavesAlone =
        [
            "# A\n\n- The session timeout must be 30 minutes for guests.\n- The session timeout must be 60 minutes for staff.\n",
            "# A\n\n- The request timeout must be 30 seconds.\n- The session timeout must be 20 minutes.\n",
            "# A\n\n```csharp\nMoney.Round(1m) // => 1m\nMoney.Round(2m) // => 2m\nMoney.Round(1m) // => 1m\n```\n",
        ],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check) => Examples(check).Concat(Statements(check));

    /// <summary>The same expression gives two results.</summary>
    private static IEnumerable<Flaw> Examples(CheckedSpec check)
    {
        foreach (var same in check.Spec.AllClauses.Where(clause => clause.Example is { Setup.Length: 0 }).GroupBy(clause => Blank().Replace(clause.Example!.Expression, ""), StringComparer.Ordinal))
        {
            var first = same.First();
            foreach (var other in same.Skip(1).Where(other => Blank().Replace(other.Example!.Outcome, "") != Blank().Replace(first.Example!.Outcome, "")))
                yield return new(other.Place, $"`{first.Example!.Expression}` is {first.Example.Outcome} in line {first.Place.Line}, and {other.Example!.Outcome} here.");
        }
    }

    private static IEnumerable<Flaw> Statements(CheckedSpec check)
    {
        var stated = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        foreach (var (_, clause) in check.Requirements)
        {
            var written = check.Written(clause);
            // What holds under a condition does not contradict what holds under another.
            if (Conditional().IsMatch(written))
                continue;
            foreach (Match match in Statement().Matches(written))
            {
                var (key, value) = (KeyOf(match), ValueOf(match));
                if (!stated.TryAdd(key, (value, clause.Place.Line)) && stated[key].Value != value)
                    yield return new(check.Within(clause, match.Index, match.Length), $"'{match.Value.ReplaceLineEndings(" ")}' contradicts line {stated[key].Line}, where it is {stated[key].Value}.");
            }
        }
    }

    private static string KeyOf(Match match) => match.Groups["symbol"] is { Success: true } symbol ? symbol.Value : Blank().Replace(match.Groups["name"].Value.ToLowerInvariant(), " ").Trim();

    /// <summary>The value in one unit, so that a minute is sixty seconds.</summary>
    private static string ValueOf(Match match)
    {
        var number = match.Groups["number"].Value.TrimEnd('.', ',');
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        var singular = Seconds.ContainsKey(unit) ? unit : unit.TrimEnd('s');
        return Seconds.TryGetValue(singular, out var seconds) && double.TryParse(number, out var amount) ? $"{amount * seconds} s" : $"{number} {singular}".Trim();
    }

    [GeneratedRegex(@"(?:`(?<symbol>[A-Za-z_][\w.]*)`|\b[Tt]he (?<name>(?:[a-z-]+ ){0,3}(?:timeout|time-out|limit|maximum|minimum|default|capacity|interval|lifetime|expiry|retention|threshold|size|length|age)(?: (?:of|for) (?:a |an |the )?[a-z-]+(?: [a-z-]+)?)?))\s+(?:must be|shall be|should be|is set to|defaults to|is|=)\s+(?<number>\d[\d.,]*)\s?(?<unit>%|[A-Za-z]+\b)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\b(if|when|unless|otherwise|except|for (guests?|staff|each|every|new|old)|in (summer|winter)|until|before|after|during|per)\b|\bfor \w+\s*[.;]|\d\s*\w*\s+for\b", RegexOptions.IgnoreCase)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
