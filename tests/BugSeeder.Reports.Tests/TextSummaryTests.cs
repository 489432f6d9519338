using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Reports.Tests.Samples;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class TextSummaryTests
{
    [Fact]
    public void The_sample_reads_as_approved() => Snapshot.Matches(TextSummary.Render(Sample.Report with { Specs = [SampleSpec.LeftOut] }));

    [Fact]
    public void No_line_is_wider_than_100_columns_even_with_long_names_and_hostile_words()
    {
        var arms = Sample.Report.Arms.Select(arm => arm with { Briefing = "spec:" + new string('x', 80) }).ToList();
        var grade = Sample.Report.Grade with { Reason = new string('y', 500) };

        var lines = TextSummary.Render(Sample.Report with { Arms = arms, Grade = grade }).Split('\n');

        lines.Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void A_run_of_references_says_that_it_shows_the_instrument()
    {
        var run = Sample.Report.Run with { Assistants = [new("oracle", "oracle", null), new("noop", "noop", null)] };

        TextSummary.Render(Sample.Report with { Run = run }).ShouldStartWith("This run shows the instrument, not the spec.");
    }

    [Fact]
    public void A_run_that_was_stopped_says_so() =>
        TextSummary.Render(Sample.Report with { Planned = 50 }).ShouldContain("! This run is incomplete. 36 of 50 planned trials have finished.");

    [Theory]
    [InlineData(GradeVerdict.Helps, "The spec helps.")]
    [InlineData(GradeVerdict.Harms, "The spec harms.")]
    [InlineData(GradeVerdict.NotShownToHelp, "The spec was not shown to help.")]
    [InlineData(GradeVerdict.Ungraded, "No verdict on the spec.")]
    public void The_answer_comes_first(GradeVerdict verdict, string headline) =>
        TextSummary.Render(Sample.Report with { Grade = Sample.Report.Grade with { Verdict = verdict } }).ShouldStartWith(headline);

    [Fact]
    public void Several_specs_are_answered_one_by_one()
    {
        SpecVerdict[] specs = [new("spec:long", GradeVerdict.Helps, "", null), new("spec:short", GradeVerdict.NotShownToHelp, "", null), new("spec:torn", GradeVerdict.Ungraded, "", null)];

        TextSummary.Render(Sample.Report with { Grade = Sample.Report.Grade with { Specs = specs } }).ShouldStartWith("spec:long helps. spec:short was not shown to help. No verdict on spec:torn.");
    }

    [Fact]
    public void A_run_without_a_finished_trial_can_still_be_told() =>
        TextSummary.Render(new RunReport(Sample.Report.Run, Sample.Report.Bank, [], [], [], Sample.Report.Grade, 36)).ShouldContain("0 of 36 planned trials");
}
