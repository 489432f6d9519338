using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>No test is linked to a requirement.</summary>
internal sealed class NoTest : SpecRule
{
    public override SpecRuleCard Card { get; } = new(
        Id: "no-test",
        Wrong: "No test is linked to a requirement that has an identifier.",
        Why: "Nothing notices when it stops to hold, and no bug can be planted there.",
        Remedy: "Write a test for it, and name the identifier in the test or in the traceability matrix.",
        Severity: FindingSeverity.Note,
        Bad: "# Money\n\n- **MON-1** An amount must be rounded.\n- **MON-2** An amount must be shown in bold.\n",
        Good: "# Money\n\n- **MON-1** An amount must be rounded.\n- **MON-3** An amount must be positive.\n")
    {
        NeedsTarget = true,
        Tests = "public class FactAttribute : System.Attribute { }\n\npublic class MoneyTests\n{\n    // MON-1\n    [Fact] public void An_amount_is_rounded() { }\n\n    // MON-3\n    [Fact] public void An_amount_is_positive() { }\n}\n",
        LeavesAlone = ["# Money\n\n- An amount must be shown in bold.\n", "# Money\n\n- **OTH-1** This spec's identifiers are in no test.\n"],
    };

    /// <summary>Only where the tests say what they check is silence telling: links that are guessed from words are often missing.</summary>
    public override IEnumerable<Flaw> In(CheckedSpec check)
    {
        var cited = check.Code!.Tests.Where(link => link.Evidence.Any(evidence => evidence.Tier == TraceTier.Identifier)).Select(link => link.Clause).ToHashSet(StringComparer.Ordinal);
        var linked = check.Code.Tests.Where(link => link.Strength != LinkStrength.None).Select(link => link.Clause).ToHashSet(StringComparer.Ordinal);
        return cited.Count == 0 ? [] : check.Requirements
            .Where(requirement => requirement.Section.Role == SectionRole.Behaviour && requirement.Clause.IsGiven && !linked.Contains(requirement.Clause.Id))
            .Select(requirement => new Flaw(requirement.Clause.Place, $"No test is linked to {requirement.Clause.Id}."));
    }
}
