using BugSeeder.Model.Grades;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Grades;

public sealed class LookTests
{
    private static readonly int[] Rounds = [1, 3, 5];

    [Fact]
    public void The_first_look_stops_only_for_what_is_overwhelming()
    {
        Look.At(Pairs(30, 1, 26, 6), 1, Rounds).Decision.ShouldBe(LookDecision.GoOn);
        Look.At(Pairs(40, 1, 39, 1), 1, Rounds).Decision.ShouldBe(LookDecision.Helps);
    }

    [Fact]
    public void A_clear_lift_is_found_at_the_second_look_either_way()
    {
        Look.At(Pairs(30, 3, 75, 30), 3, Rounds).Decision.ShouldBe(LookDecision.Helps);
        Look.At(Pairs(30, 3, 30, 75), 3, Rounds).Decision.ShouldBe(LookDecision.Harms);
    }

    [Fact]
    public void Where_nothing_is_to_be_seen_the_run_may_stop_at_the_second_look_and_not_at_the_first()
    {
        Look.At(Pairs(30, 3, 46, 45), 3, Rounds).Decision.ShouldBe(LookDecision.Futile);
        Look.At(Pairs(30, 1, 15, 15), 1, Rounds).Decision.ShouldBe(LookDecision.GoOn);
        Look.At(Pairs(30, 5, 76, 75), 5, Rounds).Decision.ShouldBe(LookDecision.NotShown);
    }

    [Fact]
    public void An_assistant_that_mends_nothing_is_not_asked_for_ever()
    {
        Look.At(Pairs(2, 3, 0, 0), 3, Rounds).Decision.ShouldBe(LookDecision.Futile);
        Look.At(Pairs(30, 3, 90, 90), 3, Rounds).Decision.ShouldBe(LookDecision.Futile);
        Look.At(Pairs(30, 1, 0, 0), 1, Rounds).Decision.ShouldBe(LookDecision.GoOn);
    }

    [Fact]
    public void The_interval_of_a_look_is_wider_than_that_of_a_run_of_one_size()
    {
        var pairs = Pairs(30, 3, 60, 40);
        var (plain, look) = (Estimates.OfDifference(pairs), Look.At(pairs, 3, Rounds).Lift);

        (look.High - look.Low)!.Value.ShouldBeGreaterThan(1.2 * (plain.High - plain.Low)!.Value);
    }

    /// <summary>So many successes in each arm, spread over the bugs in two different orders.</summary>
    private static IReadOnlyList<PairedBug> Pairs(int bugs, int trials, int with, int without) =>
        [.. Enumerable.Range(0, bugs).Select(bug => new PairedBug(Value(bug, bug, bugs, trials, with), Value(bug, bug * 7 % bugs, bugs, trials, without)))];

    private static BugValue Value(int bug, int place, int bugs, int trials, int successes)
    {
        var own = (successes / bugs) + (place < successes % bugs ? 1 : 0);
        return new($"b{bug}", $"b{bug}", Math.Min(1, (double)own / trials), trials);
    }
}
