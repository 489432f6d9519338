using BugSeeder.Model;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Checking;
using BugSeeder.Tests.Architecture;

namespace BugSeeder.Tests.Specs;

/// <summary>Every card is run: its rule finds something in what is bad, and nothing in what is good.</summary>
public sealed class SpecRuleCardTests
{
    public static TheoryData<string> Ids => [.. SpecRuleCatalogue.All.Select(rule => rule.Card.Id)];

    [Theory, MemberData(nameof(Ids))]
    public async Task A_rule_finds_its_bad_examples(string id)
    {
        var card = Card(id);
        foreach (var text in card.FindsToo.Prepend(card.Bad))
        {
            var found = (await CheckedSamples.CheckAsync(text, card)).Findings.Where(finding => finding.Rule == id).ToList();

            found.ShouldNotBeEmpty(text);
            found.ShouldAllBe(finding => finding.Severity == card.Severity && finding.Place.Line >= 1 && finding.Place.Column >= 1 && finding.Message.Length > 0);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task A_rule_leaves_its_good_example_and_what_looks_similar_alone(string id)
    {
        var card = Card(id);
        card.LeavesAlone.ShouldNotBeEmpty();
        foreach (var text in card.LeavesAlone.Prepend(card.Good))
            (await CheckedSamples.CheckAsync(text, card)).Findings.Where(finding => finding.Rule == id).Select(finding => $"{finding.Message} in {text}").ShouldBeEmpty();
    }

    [Fact]
    public void Rules_are_named_after_their_files_and_say_what_they_find_in_a_sentence()
    {
        SpecRuleCatalogue.All.Select(rule => rule.Card.Id).ShouldBe(SpecRuleCatalogue.All.Select(rule => rule.Card.Id).Distinct().Order(StringComparer.Ordinal));
        foreach (var rule in SpecRuleCatalogue.All)
        {
            var name = string.Concat(rule.Card.Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            rule.GetType().Name.ShouldBe(name);
            rule.GetType().IsSealed.ShouldBeTrue(name);
            File.Exists(Path.Combine(Repository.Root, "src/BugSeeder/Specs/Checking/Rules", name + ".cs")).ShouldBeTrue(name);
            foreach (var sentence in (string[])[rule.Card.Wrong, rule.Card.Why, rule.Card.Remedy])
                (char.IsUpper(sentence[0]) && sentence.EndsWith('.')).ShouldBeTrue(sentence);
        }
    }

    [Fact]
    public void The_committed_page_is_what_the_cards_say() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs/spec-rules.md")).ReplaceLineEndings("\n").ShouldBe(SpecRulesPage.Render());

    [Fact]
    public void A_finding_names_line_column_section_and_clause()
    {
        var result = SpecCheck.Of(new(CheckedSamples.Spec("# Shop\n\n## Orders\n\n- **ORD-1** Orders must be kept for TBD days.\n"), null), new Dictionary<string, FindingSeverity>(), "not asked");

        var finding = result.Findings.Single(finding => finding.Rule == "placeholder");
        (finding.Place.Line, finding.Place.Column, finding.Section, finding.Clause).ShouldBe((5, 37, "orders", "ORD-1"));
        result.PassedOver["example-fails"].ShouldBe("not asked");
    }

    [Fact]
    public void The_configuration_sets_how_much_a_rule_matters()
    {
        var spec = CheckedSamples.Spec("# Shop\n\nOrders must be kept for TBD days.\n");
        var severities = SpecCheck.Severities(new Dictionary<string, string> { ["placeholder"] = "error", ["no-non-goals"] = "off" });

        var result = SpecCheck.Of(new(spec, null), severities, "");
        result.Findings.Single().Severity.ShouldBe(FindingSeverity.Error);
        result.PassedOver.Keys.ShouldContain("no-non-goals");
        Should.Throw<UserError>(() => SpecCheck.Severities(new Dictionary<string, string> { ["nonsense"] = "off" })).Message.ShouldContain("nonsense");
        Should.Throw<UserError>(() => SpecCheck.Severities(new Dictionary<string, string> { ["placeholder"] = "loud" })).Message.ShouldContain("loud");
    }

    private static SpecRuleCard Card(string id) => SpecRuleCatalogue.All.Single(rule => rule.Card.Id == id).Card;
}
