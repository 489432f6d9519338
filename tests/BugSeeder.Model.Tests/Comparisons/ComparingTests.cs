using BugSeeder.Model.Bugs;
using BugSeeder.Model.Comparisons;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Tests.Grades;
using BugSeeder.Model.Tests.Text;
using BugSeeder.Model.Trials;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Comparisons;

/// <summary>Two runs whose truth is known by construction.</summary>
public sealed class ComparingTests
{
    /// <summary>A fixes the first 12 of 30 bugs, B the first 24; two that A fixes B does not.</summary>
    private static readonly RunReport A = Run("a", bug => bug < 12, bug => bug < 6);
    private static readonly RunReport B = Run("b", bug => bug is >= 2 and < 26, bug => bug < 6);

    [Fact]
    public void The_better_run_is_better_by_what_was_put_in()
    {
        var compared = Compare(A, B);

        compared.Verdict.ShouldBe(ComparisonVerdict.Better);
        compared.IsPaired.ShouldBeTrue();
        compared.Shared.ShouldBe(30);
        compared.Before.Value!.Value.ShouldBe(12 / 30.0, 1e-12);
        compared.After.Value!.Value.ShouldBe(24 / 30.0, 1e-12);
        compared.CleanFix.Value!.Value.ShouldBe(12 / 30.0, 1e-12);
        compared.OverNone.Value!.Value.ShouldBe(12 / 30.0, 1e-12);
        compared.Flips.Count(static flip => flip.After > flip.Before).ShouldBe(14);
        compared.Flips.Where(static flip => flip.After < flip.Before).Select(static flip => flip.Bug).ShouldBe([Made.Id(0), Made.Id(1)]);
    }

    [Fact]
    public void The_other_way_round_it_is_worse_by_as_much()
    {
        var compared = Compare(B, A);

        compared.Verdict.ShouldBe(ComparisonVerdict.Worse);
        compared.CleanFix.Value!.Value.ShouldBe(-12 / 30.0, 1e-12);
    }

    [Fact]
    public void A_run_is_no_better_than_itself()
    {
        var compared = Compare(A, A);

        compared.Verdict.ShouldBe(ComparisonVerdict.NoDifferenceShown);
        compared.CleanFix.Value.ShouldBe(0);
        compared.Flips.ShouldBeEmpty();
        compared.Classes.ShouldAllBe(static change => !change.IsFinding);
    }

    [Fact]
    public void An_assistant_that_got_better_by_itself_leaves_no_difference_of_lifts()
    {
        var compared = Compare(Run("a", bug => bug < 12, bug => bug < 4), Run("b", bug => bug < 24, bug => bug < 16));

        compared.Verdict.ShouldBe(ComparisonVerdict.Better);
        compared.OverNone.Value!.Value.ShouldBe(0, 1e-12);
        compared.OverNone.Low!.Value.ShouldBeLessThan(0);
    }

    [Fact]
    public void The_class_that_gained_is_found_and_the_others_are_not()
    {
        var compared = Compare(Run("a", bug => bug % 3 == 1, _ => false), Run("b", bug => bug % 3 is 0 or 1, _ => false));

        compared.Classes.Where(static change => change.IsFinding).Select(static change => change.Class).ShouldBe([BugClass.WrongReference]);
        compared.Classes.Count.ShouldBe(3);
    }

    [Fact]
    public void The_section_that_gained_is_found_and_flips_of_the_sealed_half_are_only_counted()
    {
        var reading = Reading(bug => bug % 3 == 0 ? "rounding" : bug % 3 == 1 ? "retries" : null);
        var (before, after) = (Run("a", bug => bug % 3 == 1, _ => false), Run("b", bug => bug % 3 is 0 or 1, _ => false));

        var compared = Compare(before with { Specs = [reading] }, after with { Specs = [reading], Sealed = new HashSet<string> { Made.Id(0), Made.Id(3) } });

        compared.Sections.Select(static change => (change.Section, change.CleanFix.Value, change.CleanFix.N, change.IsFinding)).ShouldBe([("rounding", 1.0, 10, true), ("retries", 0.0, 10, false)]);
        (compared.Flips.Count, compared.SealedFlips).ShouldBe((8, 2));
        compared.Flips.ShouldNotContain(static flip => flip.Bug == Made.Id(0));
    }

    [Fact]
    public void Bugs_are_the_same_by_their_edits_whatever_bank_they_are_in()
    {
        var renamed = B with
        {
            Bugs = [.. B.Bugs.Select(static bug => bug with { Bug = bug.Bug with { Id = "x" + bug.Bug.Id } })],
            Trials = [.. B.Trials.Select(static trial => trial with { Score = trial.Score! with { Bug = "x" + trial.Score.Bug } })],
        };

        Compare(A, renamed).Shared.ShouldBe(30);
        Compare(A, renamed).CleanFix.ShouldBe(Compare(A, B).CleanFix);
    }

    [Fact]
    public void Runs_without_a_shared_bug_are_compared_as_two_samples_with_a_wider_interval()
    {
        var other = B with { Bugs = [.. B.Bugs.Select(static bug => bug with { Bug = bug.Bug with { Seed = bug.Bug.Seed with { Id = "other " + bug.Bug.Seed.Id } } })] };
        var compared = Compare(A, other);

        compared.IsPaired.ShouldBeFalse();
        compared.CleanFix.Method.ShouldBe(IntervalMethod.SquareAndAdd);
        (compared.CleanFix.High - compared.CleanFix.Low)!.Value.ShouldBeGreaterThan((Compare(A, B).CleanFix.High - Compare(A, B).CleanFix.Low)!.Value);
        compared.Flips.ShouldBeEmpty();
    }

    [Fact]
    public void Arms_belong_together_by_name_or_by_being_the_only_ones()
    {
        Comparing.Pairs(A, B).ShouldHaveSingleItem().First.Briefing.ShouldBe("spec");
        var other = B with { Arms = [.. B.Arms.Select(static arm => arm with { Assistant = "codex" })] };
        Comparing.Pairs(A, other).ShouldHaveSingleItem().Second.Assistant.ShouldBe("codex");
        Comparing.Pairs(A, other with { Arms = [.. other.Arms, .. other.Arms.Select(static arm => arm with { Assistant = "third" })] }).ShouldBeEmpty();
    }

    private static Comparison Compare(RunReport first, RunReport second)
    {
        var (one, other) = Comparing.Pairs(first, second)[0];
        return Comparing.Of(first, one, second, other);
    }

    private static SpecReading Reading(Func<int, string?> sectionOf)
    {
        static Section Section(string id) => new(id, id, 2, SectionRole.Behaviour, new("SPEC.md", 1, 1, 1, 0, 1), [new($"c-{id}", false, ClauseKind.Requirement, "", id, new("SPEC.md", 1, 1, 1, 0, 1))], []);
        var spec = new Spec("spec.md", [new("SPEC.md", SpecFormat.Headings, "text")], [Section("rounding"), Section("retries")], []);
        var links = Enumerable.Range(0, 30).Select(bug => BugTrace.Of(Made.Id(bug), sectionOf(bug) is { } section ? [new($"c-{section}", section, Made.Id(bug), 0.9, [new(TraceTier.Value, 0.9, "made")])] : []));
        return SpecReading.Of(new(1, "spec", spec, new(1, "1", spec.Hash, "tree", "bank", [], [], [.. links], []), new("spec.md", 2, [], new Dictionary<string, string>())), [], new Dictionary<string, double>(), new HashSet<string>());
    }

    private static RunReport Run(string id, Func<int, bool> spec, Func<int, bool> none)
    {
        var bugs = Enumerable.Range(0, 30).Select(static bug => Made.Bug(Made.Id(bug), $"Shop.M{bug}", $"T{bug}")).Select(static (bug, place) => bug with { Seed = bug.Seed with { Class = (BugClass)(place % 3) } }).ToList();
        var scores = Made.CleanFixes("claude", "spec", 3, Enumerable.Range(0, 30).Select(bug => spec(bug) ? 3 : 0)).Concat(Made.CleanFixes("claude", "none", 3, Enumerable.Range(0, 30).Select(bug => none(bug) ? 3 : 0))).ToList();
        return StoredRecords.Report with
        {
            Run = StoredRecords.Run with { Id = id },
            Bugs = [.. bugs.Select(static bug => new BugReport(bug, ""))],
            Trials = [.. scores.Select(static score => new TrialReport(Made.Challenge(score.Briefing, score.Bug), Made.Observation(score.Trial), score, "", "", Transcript.OfText(null)))],
            Arms = Grading.Arms(scores, [], [], bugs),
        };
    }
}
