using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>The spec leaves to the platform's default what the platform gets wrong by default.</summary>
internal sealed partial class SilentDefault : SpecRule
{
    /// <summary>What to decide, where a spec shows that it matters, and how a spec says that it is decided.</summary>
    private static readonly (string Topic, string Question, Regex Matters, Regex Decided)[] Topics =
    [
        ("rounding", "how halves are rounded", RoundingMatters(), RoundingDecided()),
        ("culture", "which culture text, numbers and case follow", CultureMatters(), CultureDecided()),
        ("time zone", "whose day and time it is", ZoneMatters(), ZoneDecided()),
        ("ordering", "in which order they come", OrderMatters(), OrderDecided()),
        ("null and empty", "what a missing or empty value does", EmptyMatters(), EmptyDecided()),
        ("concurrency", "what happens when two do it at once", ConcurrencyMatters(), ConcurrencyDecided()),
        ("cancellation", "what cancelling or a time limit does", CancellationMatters(), CancellationDecided()),
    ];

    public override SpecRuleCard Card { get; } = new(
        Id: "silent-default",
        Wrong: "The spec leaves to the platform's default what the platform decides another way than most readers: rounding, culture, time zone, order, empty values, concurrency, cancellation.",
        Why: "The default works on the machine of whoever writes the code, and nowhere else.",
        Remedy: "Decide it once for the whole spec, in one sentence.",
        Severity: FindingSeverity.Note,
        Bad: "# Bills\n\nAmounts must be rounded to cents.\n",
        Good: "# Bills\n\nAmounts must be rounded to cents, half a cent away from zero.\n")
    {
        LeavesAlone = ["# Bills\n\nA bill must have a number.\n", "# Bills\n\n- A day must start at midnight.\n- All times are UTC.\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check)
    {
        var whole = string.Join('\n', check.Spec.Files.Select(file => file.Text));
        foreach (var (topic, question, matters, decided) in Topics)
        {
            if (decided.IsMatch(whole))
                continue;
            var first = check.Requirements.Select(requirement => (requirement.Clause, Match: matters.Match(Prose.Unquoted(check.Written(requirement.Clause))))).FirstOrDefault(found => found.Match.Success);
            if (first.Clause is not null)
                yield return new(check.Within(first.Clause, first.Match.Index, first.Match.Length), $"'{first.Match.Value.ReplaceLineEndings(" ")}': the spec never says {question} ({topic}).");
        }
    }

    [GeneratedRegex(@"\b(round(s|ed|ing)?\b(?! trips?)|prorat\w+|percent(age)? of|average of|to (the )?(nearest )?cents?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RoundingMatters();

    [GeneratedRegex(@"\b(half|halves|away from zero|to even|bankers?'?|truncat\w+|cut off|floor|ceil\w*|round(ed|s)? (up|down)|MidpointRounding)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RoundingDecided();

    [GeneratedRegex(@"\b(csv|parse[sd]? (a |the )?(number|amount|date|text)|decimal (point|separator|comma)|upper[- ]?case|lower[- ]?case|formatted as|sorted alphabetically|alphabetical(ly)?|look the same everywhere|case[- ]?fold\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CultureMatters();

    [GeneratedRegex(@"\b(culture|locale|invariant|ordinal|ASCII|ignoring case|case[- ](in)?sensitiv\w+|whatever (the|its|their) (case|culture)|en-US)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CultureDecided();

    [GeneratedRegex(@"\b(local (time|day|date)|midnight|calendar day|(time|hour)s? of (the )?day|today|daylight saving|every day at|daily at|end of (the )?(day|month))\b", RegexOptions.IgnoreCase)]
    private static partial Regex ZoneMatters();

    [GeneratedRegex(@"\b(UTC|GMT|time ?zones?|(billing|local|user'?s?|server'?s?) zone|offset|TimeZoneInfo|DateTimeOffset)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ZoneDecided();

    [GeneratedRegex(@"\b((returns?|lists?|shows?|gives?) (a list of|all|every|the list of)|must be listed|be sorted\b(?! by)|the results? list)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OrderMatters();

    [GeneratedRegex(@"\b(in (the |this |that )?(\w+ )?order\b|order(ed)? (by|of)|sort(ed)? by|(latest|oldest|newest|earliest|first|smallest|largest) first|ascending|descending|unordered|any order|alphabetical\w*)", RegexOptions.IgnoreCase)]
    private static partial Regex OrderDecided();

    [GeneratedRegex(@"\b((input|text|name|field|parameter|argument|form|value|e-?mail|search term|query)s?\b.{0,60}\b(must|shall|should) be (validated|checked|accepted|parsed|trimmed|stored|compared))\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex EmptyMatters();

    [GeneratedRegex(@"\b(null|empty|blanks?|missing|absent|omitted|not given|without (a|an|any)|optional|required)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyDecided();

    [GeneratedRegex(@"\b(must not be (used|charged|spent|booked|sold) twice|two (people|users|requests|callers|threads)|same time|simultaneous\w*|parallel|cache[sd]?|shared (state|balance|counter)|balance|stock level|remember them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ConcurrencyMatters();

    [GeneratedRegex(@"\b(thread\w*|concurren\w*|atomic\w*|lock(s|ed)?|expected version|optimistic|row version|race|serializ(ed|able)|single[- ]threaded|idempoten\w*|at once)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ConcurrencyDecided();

    [GeneratedRegex(@"\b(async\w*|in the background|background (job|task|service)s?|network (call|request)s?|calls? to (the|a) (gateway|service|server|api)|go to a gateway|long[- ]running|retry|retried|retries|try again)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CancellationMatters();

    [GeneratedRegex(@"\b(cancel\w*|abort\w*|time[- ]?outs?|time limit|deadline|give up after|gives up after)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CancellationDecided();
}
