using BugSeeder.Model.Bugs;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Bugs;

public sealed class DifficultyTests
{
    private static double Of(BugShape shape = BugShape.OneHunk, BugClass kind = BugClass.WrongReference, int witnesses = 2, int reaching = 20, int? distance = 2, int hunks = 1) =>
        BugDifficulty.Predict(shape, kind, witnesses, reaching, distance, hunks).Value;

    [Fact]
    public void Each_sign_moves_it_the_way_it_should()
    {
        Of(witnesses: 1).ShouldBeGreaterThan(Of(witnesses: 8));
        Of(reaching: 100).ShouldBeGreaterThan(Of(reaching: 2));
        Of(distance: 4).ShouldBeGreaterThan(Of(distance: 1));
        Of(kind: BugClass.Omission).ShouldBeGreaterThan(Of(kind: BugClass.Arithmetic));
        Of(hunks: 3).ShouldBeGreaterThan(Of(hunks: 2));
        Enum.GetValues<BugShape>().Select(shape => Of(shape)).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public void A_sign_that_is_not_known_moves_nothing_and_what_a_simple_edit_is_rated_is_its_start()
    {
        Of(witnesses: 4, reaching: 0, distance: null).ShouldBe(Math.Round(3.3 / 9, 3));
        Of(distance: null).ShouldBe(Of(distance: 2));
    }

    [Fact]
    public void It_stays_between_0_and_1_whatever_the_signs_are()
    {
        Of(BugShape.AcrossFiles, BugClass.Omission, 1, 100_000, 50, 30).ShouldBeInRange(0.9, 1);
        Of(BugShape.OneHunk, BugClass.Arithmetic, 100_000, 1, 1).ShouldBeInRange(0, 0.2);
    }
}

public sealed class DifficultyFromTrialsTests
{
    [Fact]
    public void Without_trials_the_prediction_stands()
    {
        DifficultyFromTrials.Estimate([new("a", 0.3, 0, 0), new("b", 0.7, 0, 0)]).ShouldBe(new Dictionary<string, double> { ["a"] = 0.3, ["b"] = 0.7 }, ignoreOrder: true);
    }

    [Fact]
    public void A_bug_with_many_trials_goes_where_its_trials_are_and_one_with_few_stays_near_the_others()
    {
        var bugs = Enumerable.Range(0, 20).Select(number => new BugTrials($"o{number}", 0.5, 10, number % 2 == 0 ? 3 : 7)).ToList();

        var found = DifficultyFromTrials.Estimate([.. bugs, new("always", 0.5, 40, 40), new("once", 0.5, 1, 1)]);

        found["always"].ShouldBeGreaterThan(0.8);
        found["once"].ShouldBeInRange(0.5, 0.7);
    }

    [Fact]
    public void Predictions_say_which_bug_is_harder_and_trials_how_hard_all_are()
    {
        // A strong assistant: nearly everything is fixed, in the order that was predicted.
        var found = DifficultyFromTrials.Estimate([new("easy", 0.3, 20, 0), new("middle", 0.5, 20, 1), new("hard", 0.8, 20, 3), new("untried", 0.5, 0, 0)]);

        found["easy"].ShouldBeLessThan(found["middle"]);
        found["middle"].ShouldBeLessThan(found["hard"]);
        found["untried"].ShouldBeLessThan(0.2);
    }

    [Fact]
    public void A_prediction_that_trials_bear_out_counts_for_more()
    {
        static double Untold(params int[] missed) => DifficultyFromTrials.Estimate(
            [.. missed.Select((count, number) => new BugTrials($"{number}", number < 5 ? 0.2 : 0.8, 10, count)), new("new", 0.2, 2, 2)])["new"];

        Untold(2, 2, 2, 2, 2, 8, 8, 8, 8, 8).ShouldBeLessThan(Untold(10, 0, 10, 0, 10, 0, 10, 0, 10, 0));
    }
}
