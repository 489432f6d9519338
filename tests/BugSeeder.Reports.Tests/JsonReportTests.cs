using System.Text.Json.Nodes;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Reports.Tests.Samples;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class JsonReportTests
{
    private static readonly RunReport Report = Sample.Report with { Specs = [SampleSpec.LeftOut] };
    private static readonly JsonNode Schema = JsonNode.Parse(JsonReport.Schema)!;

    [Fact]
    public void The_sample_reads_as_approved() => Snapshot.Matches(JsonReport.Render(Report));

    [Fact]
    public void The_output_has_exactly_the_documented_shape() => SchemaCheck.Faults(Schema, Output()).ShouldBeEmpty();

    [Fact]
    public void A_member_too_many_is_noticed()
    {
        var output = Output();
        output["arms"]![0]!["colour"] = "red";

        SchemaCheck.Faults(Schema, output).ShouldBe(["$.arms[0].colour is not documented"]);
    }

    [Fact]
    public void A_member_too_few_is_noticed()
    {
        var output = Output();
        output["grade"]!.AsObject().Remove("reason");

        SchemaCheck.Faults(Schema, output).ShouldBe(["$.grade.reason is missing"]);
    }

    [Fact]
    public void The_schema_knows_every_measure_by_its_name()
    {
        var names = Schema["$defs"]!["arm"]!["properties"]!["measures"]!["propertyNames"]!["enum"]!.AsArray().Select(name => (string)name!);

        names.ShouldBe(MeasureCatalogue.All.Select(measure => MeasureCatalogue.JsonName(measure.Id)));
    }

    [Fact]
    public void What_was_not_observed_is_absent_from_an_arm_and_null_in_a_trial()
    {
        var output = Output();

        output["arms"]![0]!["measures"]!.AsObject().ContainsKey("costUsd").ShouldBeFalse();
        output["trials"]![0]!["measures"]!["costUsd"]!["value"].ShouldBeNull();
        output["trials"]![0]!["measures"]!["costUsd"]!["reason"]!.GetValue<string>().ShouldBe("its output does not say");
    }

    [Fact]
    public void Hostile_text_leaves_it_valid_json_of_the_documented_shape()
    {
        var report = Report with { Grade = Report.Grade with { Reason = Hostile.Text } };

        SchemaCheck.Faults(Schema, JsonNode.Parse(JsonReport.Render(report))).ShouldBeEmpty();
    }

    [Fact]
    public void Bugs_of_the_sealed_half_are_counted_and_never_named()
    {
        var closed = SampleBugs.All.Take(3).Select(bug => bug.Bug).ToList();
        var report = Report with { Sealed = closed.Select(bug => bug.Id).ToHashSet(StringComparer.Ordinal), Specs = [SampleSpec.LeftOut with { Advice = [] }] };

        var text = JsonReport.Render(report);

        SchemaCheck.Faults(Schema, JsonNode.Parse(text)).ShouldBeEmpty();
        foreach (var bug in closed)
            text.ShouldNotContain(bug.Id);
        var output = JsonNode.Parse(text)!;
        output["run"]!["sealed"]!["bugs"]!.GetValue<int>().ShouldBe(3);
        output["arms"]!.ToJsonString().ShouldBe(JsonNode.Parse(JsonReport.Render(Report))!["arms"]!.ToJsonString());
        output["specs"]![0]!["sections"]![1]!["caught"]!["n"]!.GetValue<int>().ShouldBe(5);
    }

    private static JsonNode Output() => JsonNode.Parse(JsonReport.Render(Report))!;
}
