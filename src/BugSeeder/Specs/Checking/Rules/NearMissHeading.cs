using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>A heading nearly matches one that the format knows.</summary>
internal sealed class NearMissHeading : SpecRule
{
    public override SpecRuleCard Card { get; } = new(
        Id: "near-miss-heading",
        Wrong: "A heading nearly matches one that the format knows.",
        Why: "It is taken for that one here, but other tools of the format drop what is under it without a word.",
        Remedy: "Write the heading as the format has it, or say in the front matter what the section is for.",
        Severity: FindingSeverity.Warning,
        Bad: "# Login Specification\n\n## Requirements\n\n### Requirment: Lock out\nThe system SHALL lock an account.\n\n#### Scenario: Third failure\n- **WHEN** a third password is wrong\n- **THEN** the account is locked\n",
        Good: "# Login Specification\n\n## Requirements\n\n### Requirement: Lock out\nThe system SHALL lock an account.\n\n#### Scenario: Third failure\n- **WHEN** a third password is wrong\n- **THEN** the account is locked\n")
    {
        LeavesAlone = ["# A\n\n## Request handling\n\nIt must work.\n\n## Scenery\n\nIt must be green.\n", "# A\n\n## Requirement analysis\n\nIt must be done.\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check) =>
        check.Spec.Doubts.Select(doubt => new Flaw(doubt.Place, $"'{doubt.Heading}' nearly matches '{doubt.Meant}': {doubt.Reason}."));
}
