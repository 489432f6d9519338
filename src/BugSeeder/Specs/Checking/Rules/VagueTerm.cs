using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>A requirement has a word that nothing can be held against.</summary>
internal sealed partial class VagueTerm : SpecRule
{
    public override SpecRuleCard Card { get; } = new(
        Id: "vague-term",
        Wrong: "A requirement rests on a word that no result can be held against.",
        Why: "Any behaviour fits it, a wrong one too.",
        Remedy: "Say what is seen when it is so: a value, a limit, a message, an example.",
        Severity: FindingSeverity.Warning,
        Bad: "# Orders\n\nBad rows must be handled properly.\n",
        Good: "# Orders\n\nA row without a date must be left out and counted in `Skipped`.\n")
    {
        FindsToo =
        [
            "# A\n\n## Requirements\n\n### Requirement: Errors\nErrors SHALL be printed.\n\n#### Scenario: No adapter\n- **WHEN** no adapter is registered\n- **THEN** the caller SHALL handle that appropriately\n",
        ],
        LeavesAlone =
        [
            "# A\n\nThe error must read \"Try again as soon as possible.\"\n",
            "# A\n\n## Background\n\nThe old import was fast and usually worked.\n",
            "# A\n\n## Requirements\n\n### Requirement: Errors\nErrors SHALL be handled gracefully, with platform-appropriate words.\n\n#### Scenario: No folder\n- **WHEN** the folder is missing\n- **THEN** `No folder` is printed and the exit code is 1\n",
            "# A\n\n## Requirements\n\n### Requirement: Errors\nErrors SHALL be printed.\n\n#### Scenario: Ending gracefully\n- **WHEN** the folder is missing\n- **THEN** the exit code is 1\n",
            "# A\n\n## Requirements\n\n### Requirement: Exit\nThe exit code SHALL tell failures apart.\n\n#### Scenario: Ending\n- **WHEN** it ends\n- **THEN** return the appropriate exit code:\n  - 0: done\n  - 1: failed\n",
            "# A\n\nSteps must be appropriately-sized.\n",
            "# A\n\nAn answer must be fast: under 200 ms for 95 % of requests.\n",
            "# A\n\n- Who owes too much must be refused.\n- A debt of 10.00 or more must be too much.\n",
            "# A\n\nThe lock must be fair: whoever waits longest gets it first.\n",
        ],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check)
    {
        var found = (from requirement in check.Requirements.Concat(check.Scenarios)
                     let prose = Untitled(requirement.Clause, Prose.Unquoted(check.Written(requirement.Clause)))
                     from sentence in Prose.Sentences(prose)
                     let text = prose[sentence.Start..sentence.End]
                     from match in Vague().Matches(text)
                     select (requirement.Section, requirement.Clause, sentence.Start, Text: text, Match: match)).ToList();
        // One sentence with a number says what the word means everywhere: "A debt of 10.00 or more is too much."
        var defined = found.Where(found => Defining().IsMatch(found.Text)).Select(found => found.Match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from vague in found
               where !defined.Contains(vague.Match.Value) && !Measured().IsMatch(vague.Text) && !Explained(vague.Text, vague.Match) && !IsShown(vague.Section, vague.Clause)
               select new Flaw(check.Within(vague.Clause, vague.Start + vague.Match.Index, vague.Match.Length), $"'{vague.Match.Value}' can mean anything.");
    }

    /// <summary>A requirement that is a heading is shown by the scenarios under it.</summary>
    private static bool IsShown(Section section, Clause clause) => clause.Kind == ClauseKind.Requirement && clause.Title.Length > 0 && section.Clauses.Any(other => other.Kind == ClauseKind.Scenario);

    /// <summary>The text of a scenario without its title, which only names the case.</summary>
    private static string Untitled(Clause clause, string text) =>
        clause.Kind == ClauseKind.Scenario && text.IndexOf('\n') is > 0 and var end && text.AsSpan(0, end).TrimStart().StartsWith("#") ? new string(' ', end) + text[end..] : text;

    /// <summary>What follows a colon says what is meant: behind the word itself, or as a list under its line.</summary>
    private static bool Explained(string text, Match match)
    {
        var rest = text.AsSpan(match.Index + match.Length);
        var end = rest.IndexOf('\n');
        var line = (end < 0 ? rest : rest[..end]).TrimEnd();
        return rest.TrimStart() is [':', .., _, _, _] || line.EndsWith(":");
    }

    [GeneratedRegex(@"(?<!-)\b(appropriate(ly)?\b(?!-)|adequate(ly)?|properly|sensibl[ey]|reasonabl[ey]|within reason|in a (good|proper|suitable) way|(should|must|shall) be (fair|clear|fast|safe|simple|easy|good|robust|secure|reliable|intuitive|efficient|flexible|scalable|performant|user[- ]friendly)|user[- ]friendly|intuitive(ly)?|seamless(ly)?|robust(ly)?|gracefully|efficiently|as quickly as possible|as soon as possible|as (needed|appropriate|necessary)|if (necessary|appropriate)|where(ver)? (possible|appropriate)|if possible|and so on|and the like|a lot( of)?|lots of|too much|not too|now and then|after a while|the usual( ones)?|(should|would) expect|what \w+ expects?|be careful|some that|state[- ]of[- ]the[- ]art|best practices?|industry[- ]standard|(must|should|shall) work\b(?=\s*[.;]|\s*$))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\d[\d.,]*( \w+)? or (more|less|fewer|longer|later)\b|\b(at (least|most)|(more|less|fewer) than|over|under|from) \d", RegexOptions.IgnoreCase)]
    private static partial Regex Defining();

    [GeneratedRegex(@"\d\s?(ms|s|sec\w*|seconds?|minutes?|%|percent|MB|GB|KB|bytes|days?|hours?|requests?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Measured();
}
