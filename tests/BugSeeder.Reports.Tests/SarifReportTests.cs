using System.Text.Json;
using BugSeeder.Model.Specs;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class SarifReportTests
{
    private static readonly SpecRuleInfo[] Rules = [new("a-rule", "It finds a.", "It misleads.", FindingSeverity.Note, false), new("b-rule", "It finds b.", "It misleads.", FindingSeverity.Error, true)];

    [Fact]
    public void A_finding_has_its_rule_level_message_and_region()
    {
        var finding = new Finding("b-rule", FindingSeverity.Warning, "It is <wrong>.", "Mend it.", new("docs/my spec.md", 3, 5, 4, 40, 12), "orders", "ORD-1");
        using var log = JsonDocument.Parse(SarifReport.Render([new("docs/my spec.md", 1, [finding], new Dictionary<string, string>())], Rules, "0.1.0"));

        log.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        var run = log.RootElement.GetProperty("runs")[0];
        run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString().ShouldBe("BugSeeder");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ShouldBe(["a-rule", "b-rule"]);
        var result = run.GetProperty("results")[0];
        (result.GetProperty("ruleId").GetString(), result.GetProperty("ruleIndex").GetInt32(), result.GetProperty("level").GetString()).ShouldBe(("b-rule", 1, "warning"));
        result.GetProperty("message").GetProperty("text").GetString().ShouldBe("It is <wrong>. Mend it.");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("docs/my%20spec.md");
        (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32(), place.GetProperty("region").GetProperty("endLine").GetInt32()).ShouldBe((3, 5, 4));
        result.GetProperty("partialFingerprints").GetProperty("clause/v1").GetString()!.Length.ShouldBe(16);
    }

    [Fact]
    public void A_log_without_findings_is_whole()
    {
        using var log = JsonDocument.Parse(SarifReport.Render([], Rules, "0.1.0"));

        log.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(0);
    }
}
