using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Grades;

public sealed class LetterTests
{
    /// <summary>The clean fixes of three trials per bug and arm: none about a quarter, full nearly all, the spec between.</summary>
    private static readonly int[] None = [.. Enumerable.Range(0, 40).Select(static bug => bug % 4 == 0 ? 3 : 0)];
    private static readonly int[] Full = [.. Enumerable.Range(0, 40).Select(static bug => bug % 20 == 1 ? 0 : 1)];

    [Fact]
    public void A_spec_that_closes_most_of_the_gap_has_a_letter_between_two_others()
    {
        var lift = Lift(bug => bug % 4 == 0 || bug % 3 != 0 ? 3 : 1);

        // none 10/40, full 38/40; the spec fixes 30 bugs always and 10 of the others one time in three.
        lift.Figures.GapClosure.Value!.Value.ShouldBe(((20 + (10 / 3.0)) / 40) / ((38 - 10) / 40.0), 0.02);
        lift.Figures.Letter!.Estimate.ShouldBe(Letter.A);
        ((int)lift.Figures.Letter.Low).ShouldBeInRange((int)Letter.C, (int)Letter.A);
        lift.Figures.Letter.High.ShouldBe(Letter.A);
        lift.Figures.LetterReason.ShouldContain("conventions");
        lift.Figures.Room.Value!.Value.ShouldBe(0.7, 1e-12);
    }

    [Theory]
    [InlineData(0.80, Letter.A)]
    [InlineData(0.79, Letter.B)]
    [InlineData(0.40, Letter.C)]
    [InlineData(0.20, Letter.D)]
    [InlineData(-3.0, Letter.F)]
    public void Letters_have_their_thresholds(double closure, Letter letter) => LetterGrade.Of(closure).ShouldBe(letter);

    [Fact]
    public void Without_everything_explained_there_is_no_letter()
    {
        var lift = Lift(_ => 3, full: []);

        lift.Verdict.ShouldBe(GradeVerdict.Helps);
        lift.Figures.Letter.ShouldBeNull();
        lift.Figures.LetterReason.ShouldStartWith("No arm had everything explained");
    }

    [Fact]
    public void Bugs_that_not_even_everything_explained_helps_with_do_not_discriminate()
    {
        var lift = Lift(bug => None[bug], full: [.. None.Select(static fixes => fixes / 3)]);

        lift.Verdict.ShouldBe(GradeVerdict.DoNotDiscriminate);
        lift.Figures.GapClosure.Low.ShouldBeNull();
        lift.Figures.Letter.ShouldBeNull();
    }

    [Fact]
    public void A_spec_that_was_not_shown_to_help_has_no_letter()
    {
        var lift = Lift(bug => None[(bug + 1) % 40]);

        lift.Verdict.ShouldBe(GradeVerdict.NotShownToHelp);
        lift.Figures.Letter.ShouldBeNull();
    }

    [Fact]
    public void Many_more_false_alarms_cap_the_letter_at_C()
    {
        var alarms = Enumerable.Range(0, 20).SelectMany(static bug => new[] { ("spec", bug < 10), ("none", false) }.Select(arm =>
            Made.Score("claude", arm.Item1, Made.Id(bug), 1, MeasureId.FalseAlarms, arm.Item2 ? 1 : 0, SubjectKind.CleanControl)));
        var lift = Lift(_ => 3, more: alarms);

        lift.Figures.Letter!.Estimate.ShouldBe(Letter.C);
        lift.Figures.Letter.Cap!.ShouldContain("false alarms");
    }

    [Fact]
    public void Bugs_that_need_no_spec_and_bugs_beyond_the_assistant_are_named_and_stay_in()
    {
        var lift = Lift(_ => 3);

        lift.Figures.SelfEvident.Count.ShouldBe(10);
        lift.Figures.LimitedByTheAssistant.ShouldBe([Made.Id(1), Made.Id(21)]);
        lift.CleanFix.N.ShouldBe(40);
    }

    [Fact]
    public void Help_beyond_the_spec_counts_over_trying_again()
    {
        var unsolved = Enumerable.Range(0, 12).ToList();
        var more = unsolved.SelectMany(static bug => new[]
        {
            Made.Score("claude", "spec+again", Made.Id(bug), 1, MeasureId.CleanFix, bug < 3 ? 1 : 0),
            Made.Score("claude", "spec+symptom", Made.Id(bug), 1, MeasureId.CleanFix, bug < 9 ? 1 : 0),
        });
        var step = Lift(bug => bug < 12 ? 0 : 3, more: more).Figures.Climb.ShouldHaveSingleItem();

        step.Level.ShouldBe(HelpLevel.Symptom);
        step.Added.Value!.Value.ShouldBe(0.5, 1e-12);
        step.Again.Value!.Value.ShouldBe(0.25, 1e-12);
    }

    [Fact]
    public void A_run_that_is_looked_at_has_the_interval_of_its_look()
    {
        Score[] scores = [.. Made.CleanFixes("claude", "spec", 3, Enumerable.Repeat(3, 30)), .. Made.CleanFixes("claude", "none", 3, Enumerable.Range(0, 30).Select(static bug => bug % 3))];
        var plain = Grading.Grade(scores, [], Made.Bugs(30), new HashSet<string>()).Lifts.Single();
        var looked = Grading.Grade(scores, [], Made.Bugs(30), new HashSet<string>(), [1, 3, 5]).Lifts.Single();

        looked.Figures.Look!.Round.ShouldBe(3);
        looked.Verdict.ShouldBe(GradeVerdict.Helps);
        looked.Reason.ShouldContain("after round 3 of at most 5");
        (looked.CleanFix.High - looked.CleanFix.Low)!.Value.ShouldBeGreaterThan((plain.CleanFix.High - plain.CleanFix.Low)!.Value);
    }

    [Fact]
    public void A_bug_keeps_its_half_in_a_bank_that_grows_and_bugs_of_one_member_share_theirs()
    {
        var bugs = Enumerable.Range(0, 400).Select(static bug => Made.Bug(Made.Id(bug), $"Shop.M{bug}", "T")).ToList();

        bugs.Count(static bug => BankHalves.Of(bug) == BankHalf.Sealed).ShouldBeInRange(160, 240);
        BankHalves.Of(Made.Bug("x", "Shop.M7", "T1")).ShouldBe(BankHalves.Of(Made.Bug("y", "Shop.M7", "T2")));
    }

    private static Lift Lift(Func<int, int> spec, int[]? full = null, IEnumerable<Score>? more = null)
    {
        IReadOnlyList<Bug> bugs = Made.Bugs(40);
        Score[] scores =
        [
            .. Made.CleanFixes("claude", "none", 3, None), .. Made.CleanFixes("claude", "full", 1, full ?? Full),
            .. Made.CleanFixes("claude", "spec", 3, Enumerable.Range(0, 40).Select(spec)), .. more ?? [],
        ];
        return Grading.Grade(scores, [], bugs, new HashSet<string>()).Lifts.Single();
    }
}
