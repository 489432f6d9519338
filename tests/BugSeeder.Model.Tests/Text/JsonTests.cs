using System.Text.Json;
using System.Text.Json.Nodes;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Text;

public sealed class JsonTests
{
    [Fact]
    public void Every_stored_record_comes_back_as_it_was_and_none_of_its_fields_may_be_missing()
    {
        Check(StoredRecords.Bug, nameof(Bug.Difficulty));
        Check(StoredRecords.SeedRecord);
        Check(StoredRecords.TreeVerdict, nameof(TreeVerdict.Messages));
        Check(StoredRecords.Bank, nameof(Bank.ProposedBy), nameof(Bank.Misses), nameof(Bank.Merged), nameof(Bank.History));
        Check(StoredRecords.Challenge);
        Check(StoredRecords.Claim);
        Check(StoredRecords.Observation, nameof(Observation.IsScored), nameof(Observation.History), nameof(Observation.Failed), nameof(Observation.Network), nameof(Observation.Peeks));
        Check(StoredRecords.Transcript, nameof(Transcript.Turns));
        Check(StoredRecords.Score, nameof(Score.Judging));
        // Fields that came later may be missing, so that earlier runs can still be read.
        Check(StoredRecords.Run, nameof(RunRecord.RunLimits), nameof(RunRecord.Refactors), nameof(RunRecord.Looks), nameof(RunRecord.Climbs), nameof(RunRecord.Half), nameof(RunRecord.Ablation), nameof(RunRecord.Confirm), nameof(RunRecord.Confinement));
        Check(StoredRecords.Arm, nameof(Arm.Figures));
        Check(StoredRecords.Grade, nameof(Grade.Letter), nameof(Grade.Specs));
        Check(StoredRecords.Report, nameof(RunReport.Specs));
    }

    [Fact]
    public void Enums_are_in_camel_case_as_values_and_as_keys()
    {
        Json.ToLine(new Dictionary<MeasureId, TrialOutcome> { [MeasureId.CleanFix] = TrialOutcome.TimedOut }).ShouldBe("""{"cleanFix":"timedOut"}""");
        Json.Read<Dictionary<MeasureId, TrialOutcome>>("""{"cleanFix":"timedOut"}""").ShouldHaveSingleItem().ShouldBe(new(MeasureId.CleanFix, TrialOutcome.TimedOut));
    }

    [Fact]
    public void Every_measure_has_the_name_in_JSON_that_the_catalogue_says()
    {
        foreach (var measure in Enum.GetValues<MeasureId>())
            Json.ToLine(measure).ShouldBe($"\"{MeasureCatalogue.JsonName(measure)}\"");
    }

    [Fact]
    public void The_verdict_of_a_claim_has_the_names_that_the_prompt_asks_for()
    {
        Json.ToLine(ClaimVerdict.NoDefect).ShouldBe("\"no-defect\"");
        Json.Read<ClaimVerdict>("\"no-defect\"").ShouldBe(ClaimVerdict.NoDefect);
    }

    [Theory]
    [InlineData("""{"cleanFix":"vanished"}""")]
    [InlineData("""{"cleanFix":3}""")]
    [InlineData("""{"shinyFix":"timedOut"}""")]
    [InlineData("""{"0":"timedOut"}""")]
    public void An_enum_value_that_is_not_known_is_refused(string json) =>
        Should.Throw<JsonException>(() => Json.Read<Dictionary<MeasureId, TrialOutcome>>(json));

    [Fact]
    public void Null_is_refused_where_a_record_or_a_text_has_to_be()
    {
        Should.Throw<JsonException>(() => Json.Read<Briefing>("null"));
        Should.Throw<JsonException>(() => Json.Read<Briefing>("""{"name":null,"spec":null,"help":"spec"}"""));
    }

    [Fact]
    public void A_line_has_no_line_end_and_a_text_ends_with_one()
    {
        Json.ToLine(StoredRecords.Bug).ShouldNotContain('\n');
        Json.ToText(StoredRecords.Bug).ShouldEndWith("}\n");
        Json.ToText(StoredRecords.Bug).ShouldNotContain('\r');
        Json.ToLine(StoredRecords.Bug).ShouldContain("– \\\"rounded\\\" <down>");
    }

    /// <summary>Records with collections do not compare by value, so their texts are compared.</summary>
    private static void Check<T>(T record, params string[] derived)
    {
        var json = Json.ToLine(record);
        Json.ToLine(Json.Read<T>(json)).ShouldBe(json);
        Json.ToText(Json.Read<T>(Json.ToText(record))).ShouldBe(Json.ToText(record));

        foreach (var field in JsonNode.Parse(json)!.AsObject().Select(static field => field.Key).Except(derived, StringComparer.OrdinalIgnoreCase).ToList())
        {
            var without = JsonNode.Parse(json)!.AsObject();
            without.Remove(field).ShouldBeTrue();
            Should.Throw<JsonException>(() => Json.Read<T>(without.ToJsonString()), $"{typeof(T).Name} without {field}");
        }
    }
}
