using BugSeeder.Bench.Measuring;
using BugSeeder.Execution;

namespace BugSeeder.Tests.Bench;

public sealed class PhaseTableTests
{
    [Fact]
    public void A_phase_is_counted_without_those_that_were_opened_in_it()
    {
        using var table = new PhaseTable();
        for (var round = 0; round < 2; round++)
        {
            using (Phases.Start("test: outer"))
            {
                using (Phases.Start("test: inner"))
                    Thread.Sleep(60);
            }
        }

        var inner = table.Times.Single(time => time.Name == "test: inner");
        var outer = table.Times.Single(time => time.Name == "test: outer");

        (inner.Count, outer.Count).ShouldBe((2, 2));
        inner.LaneSeconds.ShouldBeGreaterThanOrEqualTo(0.11);
        outer.LaneSeconds.ShouldBeLessThan(inner.LaneSeconds);
        outer.FirstSecond.ShouldBeLessThanOrEqualTo(inner.FirstSecond);
        inner.CpuSeconds.ShouldBeLessThan(inner.LaneSeconds);
    }

    [Fact]
    public void Where_nobody_listens_there_is_no_phase() => Phases.Start("test: nobody").ShouldBeNull();
}
