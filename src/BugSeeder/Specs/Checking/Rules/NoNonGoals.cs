using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>The spec never says what is left out on purpose.</summary>
internal sealed partial class NoNonGoals : SpecRule
{
    /// <summary>A note of a few lines needs no list of what it is not.</summary>
    private const int Requirements = 5;

    public override SpecRuleCard Card { get; } = new(
        Id: "no-non-goals",
        Wrong: "The spec never says what is left out on purpose.",
        Why: "What is missing and what is unwanted look the same, so an assistant adds it.",
        Remedy: "Add a section \"Non-goals\" with what the product must not become.",
        Severity: FindingSeverity.Note,
        Bad: "# Shop\n\n- A price must be positive.\n- An order must have a date.\n- A customer must have a name.\n- A bill must have a number.\n- A bill must be sent.\n",
        Good: "# Shop\n\n- A price must be positive.\n- An order must have a date.\n- A customer must have a name.\n- A bill must have a number.\n- A bill must be sent.\n\n## Non-goals\n\n- No currency but the company's own.\n")
    {
        LeavesAlone = ["# Shop\n\n- A price must be positive.\n", "# Shop\n\nReturns are out of scope.\n\n- One must be.\n- Two must be.\n- Three must be.\n- Four must be.\n- Five must be.\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check)
    {
        if (check.Spec.Files.All(file => file.Format == SpecFormat.Instructions) || check.Requirements.Take(Requirements).Count() < Requirements)
            yield break;
        if (check.Spec.AllSections.All(section => section.Role != SectionRole.NonGoals) && !check.Spec.Files.Any(file => LeftOut().IsMatch(file.Text)))
            yield return new(check.Top, "Nothing says what is left out on purpose.");
    }

    [GeneratedRegex(@"\b(out of scope|not in scope|non-?goals?|(is|are) not (supported|covered)|does not cover|(will|shall) not support|not part of|excluded from|deliberately|on purpose)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LeftOut();
}
