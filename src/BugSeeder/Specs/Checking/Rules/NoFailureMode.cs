using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>A section is about something that can fail, and never says what happens then.</summary>
internal sealed partial class NoFailureMode : SpecRule
{
    /// <summary>Under so many requirements a section is a remark.</summary>
    private const int Requirements = 3;

    /// <summary>One remark in passing does not make it what a section is about.</summary>
    private const int Mentions = 2;

    public override SpecRuleCard Card { get; } = new(
        Id: "no-failure-mode",
        Wrong: "A section is about something that can fail, and never says what happens then.",
        Why: "Failures are then swallowed, repeated or passed on, whichever comes first to mind.",
        Remedy: "Say what fails, how it is reported, and what is left unchanged.",
        Severity: FindingSeverity.Note,
        Bad: "# Shop\n\n## Import\n\n- The file must be imported line by line.\n- A line must have four fields.\n- The prices must be sent to the gateway.\n",
        Good: "# Shop\n\n## Import\n\n- The file must be imported line by line.\n- A line with other than four fields must be refused with `FormatException`.\n- The prices must be sent to the gateway.\n")
    {
        LeavesAlone = ["# Shop\n\n## Seasons\n\n- Summer must start in May.\n- Winter must start in October.\n- A year must have two seasons.\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check)
    {
        foreach (var section in check.Spec.AllSections.Where(section => section.Role == SectionRole.Behaviour && Own(section).Count(clause => clause.Kind == ClauseKind.Requirement) >= Requirements))
        {
            var clauses = section.AllClauses.ToList();
            var fallible = Own(section).Select(clause => CanFail().Match(Prose.Of(clause.Text))).Where(match => match.Success).ToList();
            if (fallible.Count >= Mentions && !clauses.Exists(clause => clause.Example is { Throws: true } || Failure().IsMatch(clause.Title + " " + clause.Text)))
                yield return new(check.HeadingOf(section), $"'{section.Title}' is about something that can fail ('{fallible[0].Value.Trim()}'), and says nothing of failure.");
        }
    }

    /// <summary>A requirement that is a heading stands in a section of its own, and belongs to the one around it.</summary>
    private static IEnumerable<Clause> Own(Section section) => section.Clauses.Concat(section.Sections.Where(inner => inner.Clauses is [{ Title.Length: > 0 }, ..]).SelectMany(inner => inner.Clauses));

    [GeneratedRegex(@"\b(import(s|ed|ing)?|export(s|ed|ing)?|upload(s|ed)?|download(s|ed)?|read(s)? (a|the|from)|writ(es?|ten) (a|the|to)|sav(e|es|ed)|load(s|ed)?|sen(d|ds|t)\b|submit(s|ted)?|connect(s|ed)?|fetch(es|ed)?|look(s|ed)? up|payment|gateway|network|authenticat\w+|log(s)? in|sign[- ]?(in|up)|deserializ\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CanFail();

    [GeneratedRegex(@"\b(fail\w*|error\w*|refus\w*|reject\w*|\w*exception\w*|throw\w*|invalid\w*|den(y|ied|ies|ial)|abort\w*|time[- ]?out\w*|unknown|missing|cancel\w*|not found|bad|illegal|malformed|unavailable|retr(y|ies|ied)|conflict\w*|quarantin\w*|warn\w*|crash\w*|skip(s|ped)?|ignor\w+|unsupported|fallback|falls? back|[45]\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Failure();
}
