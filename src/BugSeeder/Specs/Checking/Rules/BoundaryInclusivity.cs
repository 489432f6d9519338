using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>A range does not say whether its ends belong to it.</summary>
internal sealed partial class BoundaryInclusivity : SpecRule
{
    public override SpecRuleCard Card { get; } = new(
        Id: "boundary-inclusivity",
        Wrong: "A range does not say whether its ends belong to it.",
        Why: "Off by one is the commonest slip at a limit, and both readings fit the text.",
        Remedy: "Write \"both included\", \"at least … and less than …\", or give an example at each end.",
        Severity: FindingSeverity.Warning,
        Bad: "# Discounts\n\nAn order between 100 and 500 euros must get 5 percent.\n",
        Good: "# Discounts\n\nAn order of at least 100 and less than 500 euros must get 5 percent.\n")
    {
        LeavesAlone =
        [
            "# A\n\n- The peak must be from 07:00 to 09:00.\n- The start of every range is inclusive and its end exclusive.\n",
            "# A\n\nA retry must be made up to 3 times.\n",
            "# A\n\n- A share must be from 0 to 1.\n\n```csharp\nnew Share(0) // throws ArgumentException\nnew Share(1).Value // => 1\n```\n",
            "# A\n\nThe difference between version 1 and version 2 must be listed.\n",
            "# A\n\nThe link must hold between 2 services and 3 clients.\n",
        ],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check)
    {
        foreach (var (section, clause) in check.Requirements)
        {
            var written = check.Written(clause);
            var prose = Prose.Unquoted(written);
            if (Said().IsMatch(prose))
                continue;
            // Few clauses have a range, and only for those it is worth looking through all others.
            var ranges = Range().Matches(prose).Where(range => !IsShown(section, range)).ToList();
            if (ranges.Count == 0 || IsSaidForAll(check.Spec, section))
                continue;
            foreach (var range in ranges)
                yield return new(check.Within(clause, range.Index, range.Length), $"'{range.Value.ReplaceLineEndings(" ")}' does not say whether {(range.Groups["upto"].Success ? "the limit is" : "its ends are")} included.");
        }
    }

    /// <summary>One sentence may speak for every range of its section, or of the whole spec.</summary>
    private static bool IsSaidForAll(Spec spec, Section section) =>
        spec.AllSections.Where(outer => outer == section || (outer.Place.File == section.Place.File && outer.Place.Start <= section.Place.Start && section.Place.Start < outer.Place.Start + outer.Place.Length))
            .SelectMany(outer => outer.Clauses).Any(clause => ForAll().IsMatch(clause.Text));

    /// <summary>An example of the section has a limit among its values.</summary>
    private static bool IsShown(Section section, Match range) =>
        new[] { range.Groups["from"], range.Groups["to"] }.Where(limit => limit.Success)
            .All(limit => section.AllClauses.Any(clause => clause.Example is { } example && Regex.IsMatch(example.Expression, $@"(?<![\d.]){Regex.Escape(Digits().Match(limit.Value).Value)}m?(?![\d.])")));

    /// <summary>Values that are measured: a count "up to 3 times" takes in its limit by itself.</summary>
    [GeneratedRegex(@"\b(between\s+(?<from>[€$£]?\d[\d.,:/-]*\d?(?:\s?%|\s+(?:percent|euros?|dollars?|cents|kWh?|kg|km|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|January|February|March|April|May|June|July|August|September|October|November|December|o.clock|am|pm|UTC|characters|bytes)\b)?)\s+and\s+(?<to>[€$£]?\d[\d.,:/-]*\d?(?:\s?%|\s+(?:percent|euros?|dollars?|cents|kWh?|kg|km|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|January|February|March|April|May|June|July|August|September|October|November|December|o.clock|am|pm|UTC|characters|bytes)\b)?)(?!\s+(services|clients|parties))|from\s+(?<from>[€$£]?\d[\d.,:/-]*\d?(?:\s?%|\s+(?:percent|euros?|dollars?|cents|kWh?|kg|km|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|January|February|March|April|May|June|July|August|September|October|November|December|o.clock|am|pm|UTC|characters|bytes)\b)?)\s+(to|until|till|through)\s+(?<to>[€$£]?\d[\d.,:/-]*\d?(?:\s?%|\s+(?:percent|euros?|dollars?|cents|kWh?|kg|km|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|January|February|March|April|May|June|July|August|September|October|November|December|o.clock|am|pm|UTC|characters|bytes)\b)?)|(?<upto>up\s+to)\s+(?<to>[€$£]?\d[\d.,]*\s?(%|percent\b|euros?\b|dollars?\b|cents?\b|kW\w*\b|kg\b|km\b|°C|degrees\b)|[€$£]\s?\d[\d.,]*))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(inclusive\w*|exclusive\w*|includ(ed|ing|es|e)|exclud(ed|ing|es|e)|both ends|half-open|at most|at least|less than|more than|greater than|fewer than|not above|not below|or (more|less|fewer|later|earlier|above|below|higher|lower)|limits included)\b|[≤≥<>]=?", RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(every|all|each|any)\b[^.]*\b(range|interval|limit|bound|boundar\w+|period|window)s?\b[^.]*\b(inclusive|exclusive|included|excluded|half-open)\b|\b(range|interval|limit|bound|window)s\b[^.]*\b(are|is) (half-open|inclusive|exclusive)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ForAll();

    [GeneratedRegex(@"\d[\d.,:]*\d|\d")]
    private static partial Regex Digits();
}
