using BugSeeder.Model.Runs;
using BugSeeder.Reports.Tests.Samples;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class MarkdownReportTests
{
    [Fact]
    public void The_sample_reads_as_approved() => Snapshot.Matches(MarkdownReport.Render(Sample.Report with { Specs = [SampleSpec.LeftOut] }));

    [Fact]
    public void Hostile_text_stays_text()
    {
        var markdown = MarkdownReport.Render(WithReason("<script>|`x`|\n# heading @everyone https://evil.example"));

        markdown.ShouldContain(@"&lt;script&gt;\|\`x\`\| &#35; heading &#64;everyone https&#58;//evil.example");
        markdown.ShouldNotContain("<script>");
        markdown.ShouldNotContain("@everyone");
    }

    [Fact]
    public void A_very_long_run_fits_a_step_summary()
    {
        var trials = Enumerable.Repeat(0, 60).SelectMany(_ => Sample.Report.Trials.Select(trial => trial with { Prompt = "again" })).ToList();

        var markdown = MarkdownReport.Render(Sample.Report with { Trials = trials });

        System.Text.Encoding.UTF8.GetByteCount(markdown).ShouldBeLessThan(1024 * 1024);
        markdown.ShouldContain("1660 more trials are in the HTML report.");
    }

    private static RunReport WithReason(string reason) => Sample.Report with { Grade = Sample.Report.Grade with { Reason = reason } };
}
