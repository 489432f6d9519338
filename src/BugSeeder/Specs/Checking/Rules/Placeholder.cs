using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>Something is left open.</summary>
internal sealed partial class Placeholder : SpecRule
{
    public override SpecRuleCard Card { get; } = new(
        Id: "placeholder",
        Wrong: "Something is left open: TBD, TODO, a question, a gap of a template.",
        Why: "An assistant fills the gap with what is likely, and nobody decided that.",
        Remedy: "Decide it, or say who decides it and what holds until then.",
        Severity: FindingSeverity.Warning,
        Bad: "# Orders\n\nAn order must be kept for TBD days.\n",
        Good: "# Orders\n\nAn order must be kept for 30 days.\n")
    {
        FindsToo = ["# A\n\nThe retention time is to be defined.\n", "# A\n\nRounding: to be decided.\n"],
        LeavesAlone = ["# A\n\nMacros need to be defined before they are used, and orders to be confirmed must be listed.\n", "# A\n\nThe TODO list must be sorted by date.\n", "# A\n\nA row must be `TODO: x` or `[FEATURE NAME]`.\n", "# A\n\nThe linter must look for TODO/FIXME comments, and write a TBD placeholder.\n", "# A\n\n- **Doubts**: Use [NEEDS CLARIFICATION: question]\n- [ ] No [NEEDS CLARIFICATION] markers remain\n", "# A\n\nAn example:\n\n`````` example\n*[SUPER HTML]: TODO: x\n``````\n", "# A\n\nSee [RFC 2119](https://example.org).\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check) =>
        from file in check.Spec.Files
        let prose = Prose.Of(Fence().Replace(file.Text, block => new string(' ', block.Length)))
        from match in Gap().Matches(prose)
        where match.Value[0] != '[' || !IsTag(match.Value) && !IsSpokenOf(prose, match)
        select new Flaw(file.Place(match.Index, match.Length), $"'{match.Value}' leaves something open.");

    /// <summary>A line that says how gaps are marked leaves none.</summary>
    private static bool IsSpokenOf(string text, Match match)
    {
        var (start, end) = (text.LastIndexOf('\n', match.Index) + 1, text.IndexOf('\n', match.Index) is var line and >= 0 ? line : text.Length);
        return Marking().IsMatch(text[start..match.Index] + " " + text[(match.Index + match.Length)..end]);
    }

    [GeneratedRegex(@"\b(use|mark(s|ed|ers?|ing)?|remain(s|ing)?|replac\w+|insert\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Marking();

    /// <summary>A word in brackets that says what kind of requirement it is.</summary>
    private static bool IsTag(string text) => !text.Contains(' ', StringComparison.Ordinal) && !text.Contains('_', StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![/`])\b(TBD|TBA|FIXME|XXX)\b(?!/| (placeholder|comment|marker|tag|section|entr)\w*)|(?<!/)\bTODO\b(?=\s*[:(.\-–—\n]|\s*$)|\?{3,}|\[NEEDS CLARIFICATION[^\]]*\]|\[[A-Z][A-Z0-9 _\-]{3,}\](?!\()|(?<=(^|[(:|–—-]|\b(is|are|remains?|still|yet))[ \t]*)\b([Tt]o|TO) be (decided|determined|defined|confirmed|specified)\b|\blorem ipsum\b", RegexOptions.Multiline)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[ \t]*(?<fence>```+|~~~+).*?^[ \t]*\k<fence>", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
