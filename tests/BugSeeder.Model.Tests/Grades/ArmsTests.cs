using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Grades;

public sealed class ArmsTests
{
    [Fact]
    public void No_evidence_gives_no_arms() => Grading.Arms([], [], [], []).ShouldBeEmpty();

    [Fact]
    public void Arms_come_by_assistant_with_none_first()
    {
        Score[] scores =
        [
            .. Made.CleanFixes("codex", "spec", 1, 1),
            .. Made.CleanFixes("claude", "spec:b", 1, 1),
            .. Made.CleanFixes("claude", "full", 1, 1),
            .. Made.CleanFixes("claude", "none", 1, 0),
            .. Made.CleanFixes("claude", "spec:a", 1, 1),
        ];

        Arms(scores).Select(static arm => $"{arm.Assistant} {arm.Briefing}").ShouldBe(["claude none", "claude full", "claude spec:a", "claude spec:b", "codex spec"]);
    }

    [Fact]
    public void Every_measure_is_there_also_those_never_observed()
    {
        var measures = Arms(Made.CleanFixes("claude", "none", 1, 1, 0)).Single().Measures;

        measures.Keys.ShouldBe(Enum.GetValues<MeasureId>());
        measures[MeasureId.Detected].ShouldBe(Estimate.Nothing);
    }

    [Fact]
    public void One_trial_of_each_independent_bug_gives_Wilsons_interval()
    {
        var estimate = CleanFix(Made.CleanFixes("claude", "none", 1, [1, .. Enumerable.Repeat(0, 28)]), Made.Bugs(29));

        estimate.ShouldSatisfyAllConditions(
            () => estimate.Method.ShouldBe(IntervalMethod.Wilson),
            () => estimate.N.ShouldBe(29),
            () => estimate.Low!.Value.ShouldBe(0.0061, 0.00005),
            () => estimate.High!.Value.ShouldBe(0.1718, 0.00005));
    }

    [Fact]
    public void One_trial_of_bugs_that_belong_together_gives_an_interval_over_clusters_that_is_wider()
    {
        // Ten groups of three bugs that always fare alike say as much as ten bugs.
        var fixes = Made.CleanFixes("claude", "none", 1, Enumerable.Range(0, 30).Select(static bug => bug / 3 % 2)).ToList();
        IReadOnlyList<Bug> together = [.. Enumerable.Range(0, 30).Select(static bug => Made.Bug(Made.Id(bug), $"Shop.M{bug / 3}", $"T{bug}"))];

        var apart = CleanFix(fixes, Made.Bugs(30));
        var joined = CleanFix(fixes, together);

        joined.Method.ShouldBe(IntervalMethod.RobustWilson);
        joined.N.ShouldBe(30);
        Width(joined).ShouldBeGreaterThan(1.5 * Width(apart));
    }

    [Fact]
    public void Trials_are_averaged_within_a_bug_first()
    {
        Score[] scores = [.. Made.CleanFixes("claude", "none", 1, 0), .. Enumerable.Range(1, 9).Select(static trial => Made.Score("claude", "none", "b01", trial, MeasureId.CleanFix, 1))];

        var estimate = CleanFix(scores, Made.Bugs(2));

        estimate.Value.ShouldBe(0.5);
        estimate.N.ShouldBe(2);
    }

    [Fact]
    public void Trying_more_often_with_the_same_result_narrows_nothing()
    {
        int[] clean = [.. Enumerable.Range(0, 24).Select(static bug => bug % 3 == 0 ? 1 : 0)];
        var once = CleanFix(Made.CleanFixes("claude", "none", 1, clean), Made.Bugs(24));
        var tenTimes = CleanFix(Made.CleanFixes("claude", "none", 10, clean.Select(static yes => yes * 10)), Made.Bugs(24));

        tenTimes.Value.ShouldBe(once.Value);
        tenTimes.N.ShouldBe(once.N);
        Width(tenTimes).ShouldBeGreaterThan(0.95 * Width(once));
    }

    [Fact]
    public void Where_no_bug_differs_the_clusters_are_counted()
    {
        var never = CleanFix(Made.CleanFixes("claude", "none", 3, Enumerable.Repeat(0, 30)), Made.Bugs(30));

        never.Method.ShouldBe(IntervalMethod.Wilson);
        never.Low.ShouldBe(0);
        never.High!.Value.ShouldBe(0.1135, 0.00005);
    }

    [Fact]
    public void Bugs_that_all_belong_together_count_as_one()
    {
        IReadOnlyList<Bug> one = [.. Enumerable.Range(0, 30).Select(static bug => Made.Bug(Made.Id(bug), "Shop.Only", $"T{bug}"))];

        Width(CleanFix(Made.CleanFixes("claude", "none", 1, Enumerable.Repeat(1, 30)), one)).ShouldBe(Width(Wilson.Interval(1, 1)), 1e-9);
    }

    [Fact]
    public void What_was_not_observed_is_left_out_and_never_counts_as_no()
    {
        Score[] scores =
        [
            Made.Score("claude", "none", "b00", 1, MeasureId.Honest, 1),
            Made.Score("claude", "none", "b00", 2, MeasureId.Honest, null),
            Made.Score("claude", "none", "b01", 1, MeasureId.Honest, null),
            Made.Score("claude", "none", "b02", 1, MeasureId.Honest, double.NaN),
        ];

        var honest = Arms(scores).Single().Measures[MeasureId.Honest];

        honest.Value.ShouldBe(1);
        honest.N.ShouldBe(1);
    }

    [Fact]
    public void False_alarms_are_taken_on_controls_and_all_else_on_bugs()
    {
        Score[] scores =
        [
            Made.Score("claude", "spec", "b00", 1, MeasureId.FalseAlarms, 1),
            Made.Score("claude", "spec", "b00", 2, MeasureId.FalseAlarms, 0, SubjectKind.CleanControl),
            Made.Score("claude", "spec", "b01", 1, MeasureId.FalseAlarms, 0, SubjectKind.CleanControl),
            Made.Score("claude", "spec", "b02", 1, MeasureId.Seconds, 10),
            Made.Score("claude", "spec", "b03", 1, MeasureId.Seconds, 90, SubjectKind.CleanControl),
        ];

        var measures = Arms(scores).Single().Measures;

        measures[MeasureId.FalseAlarms].Value.ShouldBe(0);
        measures[MeasureId.FalseAlarms].N.ShouldBe(2);
        measures[MeasureId.Seconds].Value.ShouldBe(10);
        measures[MeasureId.Seconds].N.ShouldBe(1);
    }

    [Fact]
    public void Numbers_have_an_interval_above_0_where_they_vary_and_none_where_they_do_not()
    {
        Score[] varied = [.. Enumerable.Range(0, 12).Select(static bug => Made.Score("claude", "none", Made.Id(bug), 1, MeasureId.DriftLines, bug * bug))];
        Score[] same = [.. Enumerable.Range(0, 12).Select(static bug => Made.Score("claude", "none", Made.Id(bug), 1, MeasureId.DriftLines, 4))];

        var moving = Arms(varied).Single().Measures[MeasureId.DriftLines];
        moving.Method.ShouldBe(IntervalMethod.ClusterBootstrapT);
        moving.Low!.Value.ShouldBeInRange(0, moving.Value!.Value);
        moving.High!.Value.ShouldBeGreaterThan(moving.Value.Value);
        Arms(same).Single().Measures[MeasureId.DriftLines].ShouldBe(new Estimate(4, null, null, 12, IntervalMethod.None));
    }

    [Fact]
    public void Trials_that_are_not_to_be_scored_never_enter_but_are_counted()
    {
        var fault = Made.Key("claude", "none", "b01", 1);
        Score[] scores = [.. Made.CleanFixes("claude", "none", 1, 1, 0)];
        Observation[] observations =
        [
            Made.Observation(Made.Key("claude", "none", "b00", 1)),
            Made.Observation(fault, TrialOutcome.InfrastructureFault),
            Made.Observation(Made.Key("claude", "spec", "b00", 1), TrialOutcome.RateLimited),
            Made.Observation(Made.Key("claude", "unheard-of", "b00", 1)),
        ];

        var arms = Grading.Arms(scores, observations, [Made.Challenge("none", "b00"), Made.Challenge("none", "b01"), Made.Challenge("spec", "b00")], []);

        arms.Select(static arm => arm.Briefing).ShouldBe(["none", "spec"]);
        arms[0].Measures[MeasureId.CleanFix].N.ShouldBe(1);
        arms[0].Outcomes.ShouldBe(new Dictionary<TrialOutcome, int> { [TrialOutcome.Completed] = 1, [TrialOutcome.InfrastructureFault] = 1 });
        arms[1].Measures[MeasureId.CleanFix].ShouldBe(Estimate.Nothing);
        arms[1].Outcomes.ShouldBe(new Dictionary<TrialOutcome, int> { [TrialOutcome.RateLimited] = 1 });
    }

    [Fact]
    public void The_order_of_the_evidence_does_not_matter()
    {
        var random = new SeededRandom(11);
        Bug[] bugs = [.. Enumerable.Range(0, 25).Select(static bug => Made.Bug(Made.Id(bug), $"Shop.M{bug / 2}", $"T{bug}"))];
        Score[] scores =
        [
            .. Made.CleanFixes("claude", "none", 3, bugs.Select(_ => random.Next(4)).ToList()),
            .. Made.CleanFixes("claude", "spec", 3, bugs.Select(_ => random.Next(4)).ToList()),
            .. bugs.SelectMany(bug => Enumerable.Range(1, 3).Select(trial => Made.Score("claude", "spec", bug.Id, trial, MeasureId.CostUsd, random.NextUnit()))),
        ];

        var mixed = random.Shuffled(scores);
        var mixedBugs = random.Shuffled(bugs);

        Json.ToText(Grading.Arms(mixed, [], [], mixedBugs)).ShouldBe(Json.ToText(Grading.Arms(scores, [], [], bugs)));
        Json.ToText(Grading.Grade(mixed, [], mixedBugs, new HashSet<string>())).ShouldBe(Json.ToText(Grading.Grade(scores, [], bugs, new HashSet<string>())));
    }

    [Fact]
    public void Rates_of_any_make_lie_in_their_interval_within_0_and_1_and_have_a_width()
    {
        var random = new SeededRandom(3);
        for (var set = 0; set < 200; set++)
        {
            var count = 1 + random.Next(12);
            var repetitions = 1 + random.Next(3);
            var groups = 1 + random.Next(count);
            IReadOnlyList<Bug> bugs = [.. Enumerable.Range(0, count).Select(bug => Made.Bug(Made.Id(bug), $"Shop.M{bug % groups}", $"T{bug}"))];
            var estimate = CleanFix(Made.CleanFixes("claude", "none", repetitions, bugs.Select(_ => random.Next(repetitions + 1)).ToList()), bugs);

            estimate.Low!.Value.ShouldBeInRange(0, estimate.Value!.Value);
            estimate.High!.Value.ShouldBeInRange(estimate.Value.Value, 1);
            Width(estimate).ShouldBeGreaterThan(0.05);
        }
    }

    private static IReadOnlyList<Arm> Arms(IEnumerable<Score> scores) => Grading.Arms([.. scores], [], [], []);

    private static Estimate CleanFix(IEnumerable<Score> scores, IReadOnlyList<Bug> bugs) => Grading.Arms([.. scores], [], [], bugs).Single().Measures[MeasureId.CleanFix];

    private static double Width(Estimate estimate) => estimate.High!.Value - estimate.Low!.Value;

    private static double Width(Interval interval) => interval.High - interval.Low;
}
