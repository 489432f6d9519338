using BugSeeder.Model.Runs;
using BugSeeder.Pipeline;

namespace BugSeeder.Tests.Pipeline;

public sealed class RunBudgetTests
{
    private readonly HandClock clock = new();

    [Fact]
    public void A_run_stops_before_the_trial_that_would_pass_its_money()
    {
        var budget = new RunBudget(new(1.00m, null), oneMayCost: null, clock);
        Trial(budget, 0.40m).ShouldBeTrue();
        Trial(budget, 0.30m).ShouldBeTrue();

        budget.TryBegin().ShouldBeFalse();

        budget.Stopped.ShouldNotBeNull().ShouldContain("$0.7 of the run's $1 is spent");
    }

    [Fact]
    public void Trials_at_work_are_counted_as_if_they_were_done()
    {
        var budget = new RunBudget(new(1.00m, null), oneMayCost: 0.40m, clock);
        budget.TryBegin().ShouldBeTrue();
        budget.TryBegin().ShouldBeTrue();

        budget.TryBegin().ShouldBeFalse();
    }

    [Fact]
    public void A_run_stops_before_the_trial_that_would_pass_its_time()
    {
        var budget = new RunBudget(new(null, 10), oneMayCost: null, clock);
        Trial(budget, null, TimeSpan.FromMinutes(4)).ShouldBeTrue();
        Trial(budget, null, TimeSpan.FromMinutes(4)).ShouldBeTrue();

        budget.TryBegin().ShouldBeFalse();

        budget.Stopped.ShouldNotBeNull().ShouldContain("8 of the run's 10 minutes");
    }

    [Fact]
    public void What_an_earlier_start_used_is_known_and_not_counted()
    {
        var budget = new RunBudget(new(1.00m, null), oneMayCost: null, clock);
        budget.KnowsNothing.ShouldBeTrue();
        budget.Seen(0.60m, TimeSpan.FromMinutes(1));
        budget.KnowsNothing.ShouldBeFalse();

        Trial(budget, 0.60m).ShouldBeTrue();

        budget.TryBegin().ShouldBeFalse();
    }

    [Fact]
    public void A_cost_that_nobody_knows_makes_it_blind()
    {
        var budget = new RunBudget(new(1.00m, null), oneMayCost: null, clock);
        Trial(budget, null).ShouldBeTrue();

        budget.IsBlind.ShouldBeTrue();
    }

    [Fact]
    public void Without_limits_nothing_stops()
    {
        var budget = new RunBudget(RunLimits.None, oneMayCost: 2, clock);
        for (var i = 0; i < 100; i++)
            Trial(budget, 100, TimeSpan.FromHours(1)).ShouldBeTrue();
    }

    private bool Trial(RunBudget budget, decimal? cost, TimeSpan took = default)
    {
        if (!budget.TryBegin())
            return false;
        clock.Move(took);
        budget.End(cost, took);
        return true;
    }
}
