using BugSeeder.Model.Scores;
using BugSeeder.Reports.Tests.Samples;
using BugSeeder.Reports.Words;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class NoticeTests
{
    [Fact]
    public void A_fast_verdict_that_the_real_build_contradicts_is_an_error_before_everything_else()
    {
        var sample = Sample.Report;
        var trials = sample.Trials.ToList();
        var index = trials.FindIndex(trial => trial.Score?.Judging?.Confirmed == true);
        trials[index] = trials[index] with { Score = trials[index].Score! with { Judging = new(JudgingRoute.Build, "it was judged fast, and the real build says otherwise", false, ["fixed: fast 0; real build 1"]) } };

        var first = Notice.Of(sample with { Trials = trials })[0];

        first.Title.ShouldBe("Error: a fast verdict is wrong");
        first.Details.ShouldHaveSingleItem().ShouldContain("fixed: fast 0; real build 1");
        JsonReport.Render(sample with { Trials = trials }).ShouldContain("\"contradicted\": 1");
        Notice.Of(sample).ShouldNotContain(notice => notice.Title.StartsWith("Error", StringComparison.Ordinal));
    }
}
