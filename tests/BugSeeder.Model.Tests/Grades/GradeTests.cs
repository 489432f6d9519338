using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Grades;

public sealed class GradeTests
{
    private static readonly HashSet<string> References = ["oracle", "noop", "drifter", "overclaimer", "alarmist", "tamperer"];

    [Fact]
    public void No_evidence_is_ungraded()
    {
        var grade = Grading.Grade([], [], [], References);

        grade.Verdict.ShouldBe(GradeVerdict.Ungraded);
        grade.Reason.ShouldBe("No trial was scored.");
        grade.Lifts.ShouldBeEmpty();
    }

    [Fact]
    public void One_trial_each_gives_Newcombes_interval()
    {
        // 20 in both, 12 only with, 2 only without, 16 in neither.
        var lift = Graded(1, [.. Ones(32), .. Zeros(18)], [.. Ones(20), .. Zeros(12), .. Ones(2), .. Zeros(16)]).Lifts.Single();

        lift.CleanFix.Method.ShouldBe(IntervalMethod.NewcombePaired);
        lift.CleanFix.N.ShouldBe(50);
        lift.CleanFix.Value!.Value.ShouldBe(0.2, 1e-12);
        lift.CleanFix.Low!.Value.ShouldBe(0.0562, 0.00005);
        lift.CleanFix.High!.Value.ShouldBe(0.3292, 0.00005);
    }

    [Fact]
    public void A_lift_whose_interval_lies_above_0_helps()
    {
        var grade = Graded(1, Ones(24), [.. Ones(4), .. Zeros(20)]);

        grade.Verdict.ShouldBe(GradeVerdict.Helps);
        grade.Reason.ShouldBe("Under spec, claude's clean-fix rate changes by +83.3 points, and the 95 % interval +59.7 to +93.3 lies above 0 (24 bugs).");
    }

    [Fact]
    public void A_lift_whose_interval_lies_below_0_harms()
    {
        var grade = Graded(1, [.. Ones(4), .. Zeros(20)], Ones(24));

        grade.Verdict.ShouldBe(GradeVerdict.Harms);
        grade.Reason.ShouldContain("−83.3 points");
    }

    [Fact]
    public void A_lift_whose_interval_includes_0_is_not_shown_to_help() =>
        Graded(1, [.. Ones(13), .. Zeros(11)], [.. Ones(11), .. Zeros(13)]).Verdict.ShouldBe(GradeVerdict.NotShownToHelp);

    [Fact]
    public void Several_trials_are_compared_bug_by_bug_over_clusters()
    {
        var lift = Graded(3, Enumerable.Range(0, 24).Select(static bug => 1 + (bug % 3)), Enumerable.Range(0, 24).Select(static bug => bug % 2)).Lifts.Single();

        lift.CleanFix.Method.ShouldBe(IntervalMethod.RobustPaired);
        lift.CleanFix.Value!.Value.ShouldBe(0.5, 1e-12);
        lift.Verdict.ShouldBe(GradeVerdict.Helps);
    }

    [Fact]
    public void A_difference_that_is_the_same_for_every_bug_still_has_a_width()
    {
        var lift = Graded(3, Enumerable.Repeat(3, 30), Zeros(30)).Lifts.Single().CleanFix;

        lift.Method.ShouldBe(IntervalMethod.NewcombePaired);
        lift.Value.ShouldBe(1);
        lift.Low!.Value.ShouldBe(0.8395, 0.00005);
        lift.High.ShouldBe(1);
    }

    [Fact]
    public void Fewer_than_twenty_paired_bugs_are_ungraded_however_clear_the_lift()
    {
        Score[] scores = [.. Made.CleanFixes("claude", "spec", 1, Ones(30)), .. Made.CleanFixes("claude", "none", 1, Zeros(19))];

        var grade = Grade(scores);

        grade.Verdict.ShouldBe(GradeVerdict.Ungraded);
        grade.Reason.ShouldBe("19 bugs have a result from claude both under spec and without a spec; a grade takes at least 20.");
        grade.Lifts.Single().CleanFix.N.ShouldBe(19);
    }

    [Fact]
    public void Bugs_that_belong_together_are_no_twenty_independent_ones()
    {
        IReadOnlyList<Bug> together = [.. Enumerable.Range(0, 24).Select(static bug => Made.Bug(Made.Id(bug), "Shop.Only", $"T{bug}"))];

        var grade = Grading.Grade([.. Made.CleanFixes("claude", "spec", 1, Ones(24)), .. Made.CleanFixes("claude", "none", 1, Zeros(24))], [], together, References);

        grade.Verdict.ShouldBe(GradeVerdict.NotShownToHelp);
        grade.Reason.ShouldContain("24 bugs that form 1 independent group");
    }

    [Fact]
    public void Trying_more_often_with_the_same_result_does_not_help()
    {
        int[] with = [.. Ones(14), .. Zeros(10)];
        int[] without = [.. Ones(9), .. Zeros(12), .. Ones(3)];

        var once = Graded(1, with, without).Lifts.Single().CleanFix;
        var often = Graded(20, with.Select(static yes => yes * 20), without.Select(static yes => yes * 20)).Lifts.Single().CleanFix;

        often.Value!.Value.ShouldBe(once.Value!.Value, 1e-12);
        (often.High - often.Low)!.Value.ShouldBeGreaterThan(0.95 * (once.High - once.Low)!.Value);
    }

    [Fact]
    public void Without_a_spec_arm_there_is_no_grade()
    {
        var grade = Grade([.. Made.CleanFixes("claude", "none", 1, Ones(30)), .. Made.CleanFixes("claude", "full", 1, Ones(30))]);

        grade.Verdict.ShouldBe(GradeVerdict.Ungraded);
        grade.Reason.ShouldBe("No trial with a spec was scored.");
        grade.Lifts.ShouldBeEmpty();
    }

    [Fact]
    public void Without_the_arm_none_there_is_no_grade_and_no_value()
    {
        var grade = Grade([.. Made.CleanFixes("claude", "spec", 1, Ones(30))]);

        grade.Verdict.ShouldBe(GradeVerdict.Ungraded);
        grade.Reason.ShouldBe("claude has no scored trial without a spec to compare with.");
        grade.Lifts.Single().CleanFix.ShouldBe(Estimate.Nothing);
    }

    [Theory]
    [InlineData("claude", 1)]
    [InlineData("oracle", 0)]
    public void What_is_spent_is_compared_for_assistants_and_not_for_references_whose_time_is_the_machines(string assistant, int savings)
    {
        IEnumerable<Score> Took(string briefing, double seconds) => Enumerable.Range(0, 30).Select(bug => Made.Score(assistant, briefing, Made.Id(bug), 1, MeasureId.Seconds, seconds + (bug % 3)));

        var grade = Grade([.. Took("spec", 5), .. Took("none", 10)]);

        grade.Lifts.ShouldHaveSingleItem().Figures.Savings.Count.ShouldBe(savings);
    }

    [Fact]
    public void Reference_assistants_are_shown_and_never_graded()
    {
        var grade = Grade([.. Pair("oracle", Ones(30), Zeros(30)), .. Pair("noop", Zeros(30), Zeros(30))]);

        grade.Verdict.ShouldBe(GradeVerdict.Ungraded);
        grade.Reason.ShouldStartWith("Only reference assistants ran");
        grade.Lifts.Select(static lift => lift.Verdict).ShouldBe([GradeVerdict.Ungraded, GradeVerdict.Ungraded]);
        grade.Lifts[1].CleanFix.Value.ShouldBe(1);
    }

    [Fact]
    public void A_reference_assistant_does_not_weigh_on_the_others()
    {
        var grade = Grade([.. Pair("noop", Zeros(30), Zeros(30)), .. Pair("claude", Ones(30), Zeros(30))]);

        grade.Verdict.ShouldBe(GradeVerdict.Helps);
        grade.Reason.ShouldStartWith("Under spec, claude's");
    }

    [Fact]
    public void Of_several_assistants_the_least_favourable_lift_decides()
    {
        Score[] helps = [.. Pair("a", Ones(30), Zeros(30))];
        Score[] unshown = [.. Pair("b", Ones(30), Ones(30))];
        Score[] few = [.. Pair("c", Ones(5), Zeros(5))];
        Score[] harms = [.. Pair("d", Zeros(30), Ones(30))];

        Grade(helps).Verdict.ShouldBe(GradeVerdict.Helps);
        Grade([.. helps, .. unshown]).Verdict.ShouldBe(GradeVerdict.NotShownToHelp);
        Grade([.. helps, .. unshown, .. few]).Verdict.ShouldBe(GradeVerdict.Ungraded);
        Grade([.. helps, .. unshown, .. few, .. harms]).Verdict.ShouldBe(GradeVerdict.Harms);
        Grade([.. helps, .. unshown]).Reason.ShouldStartWith("The least favourable of 2 assistants decides. Under spec, b's");
    }

    [Fact]
    public void Each_spec_has_its_own_lift_against_the_same_none_and_a_verdict_of_its_own()
    {
        var grade = Grade([.. Pair("a", Ones(30), Zeros(30), "spec:long"), .. Made.CleanFixes("a", "spec:short", 1, Zeros(30))]);

        grade.Lifts.Select(static lift => (lift.Briefing, lift.Verdict)).ShouldBe([("spec:long", GradeVerdict.Helps), ("spec:short", GradeVerdict.NotShownToHelp)]);
        grade.Specs.Select(static spec => (spec.Briefing, spec.Verdict)).ShouldBe([("spec:long", GradeVerdict.Helps), ("spec:short", GradeVerdict.NotShownToHelp)]);
        grade.Specs.Select(static spec => spec.Reason).ShouldBe(grade.Lifts.Select(static lift => lift.Reason));
        grade.Verdict.ShouldBe(GradeVerdict.NotShownToHelp);
        grade.Reason.ShouldBe($"{grade.Specs[0].Reason} {grade.Specs[1].Reason}");
    }

    [Fact]
    public void An_assistant_that_a_spec_does_not_help_weighs_on_that_spec_alone()
    {
        var grade = Grade([.. Pair("a", Ones(30), Zeros(30), "spec:long"), .. Made.CleanFixes("a", "spec:short", 1, Ones(30)), .. Pair("b", Ones(30), Zeros(30), "spec:long"), .. Made.CleanFixes("b", "spec:short", 1, Zeros(30))]);

        grade.Specs.Select(static spec => spec.Verdict).ShouldBe([GradeVerdict.Helps, GradeVerdict.NotShownToHelp]);
        grade.Specs[1].Reason.ShouldStartWith("The least favourable of 2 assistants decides. Under spec:short, b's");
    }

    [Fact]
    public void Trials_that_are_not_to_be_scored_never_enter()
    {
        Score[] scores = [.. Pair("claude", Ones(20), Zeros(20))];

        var grade = Grading.Grade(scores, [Made.Observation(scores[0].Trial, TrialOutcome.InfrastructureFault)], [], References);

        grade.Lifts.Single().CleanFix.N.ShouldBe(19);
        grade.Verdict.ShouldBe(GradeVerdict.Ungraded);
    }

    private static IEnumerable<int> Ones(int count) => Enumerable.Repeat(1, count);

    private static IEnumerable<int> Zeros(int count) => Enumerable.Repeat(0, count);

    private static IEnumerable<Score> Pair(string assistant, IEnumerable<int> with, IEnumerable<int> without, string briefing = "spec") =>
        [.. Made.CleanFixes(assistant, briefing, 1, with), .. Made.CleanFixes(assistant, "none", 1, without)];

    private static Grade Graded(int repetitions, IEnumerable<int> with, IEnumerable<int> without) =>
        Grade([.. Made.CleanFixes("claude", "spec", repetitions, with), .. Made.CleanFixes("claude", "none", repetitions, without)]);

    private static Grade Grade(IReadOnlyList<Score> scores) => Grading.Grade(scores, [], [], References);
}
