using BugSeeder.Model.Bugs;
using BugSeeder.Proving;

namespace BugSeeder.Hosting.Tests;

public sealed class WarmBatchTests
{
    [Fact]
    public void What_no_test_has_in_common_goes_together() => Batches(Near(1, 2), Near(3), Near(2), Near(4), Near(3, 4)).ShouldBe(["0 1 3", "2 4"]);

    [Fact]
    public void What_any_test_may_come_near_goes_alone() => Batches(Near(1), null, Near(2)).ShouldBe(["0 2", "1"]);

    [Fact]
    public void Of_what_only_one_test_is_run_for_no_other_may_be_near_that_test()
    {
        // The first is near the test that the second is run with; the third is near neither's.
        (int[]? Near, int[] Run)[] tries = [([1, 2], [1]), ([2, 3], [2]), ([3, 4], [4])];

        Batches([.. tries]).ShouldBe(["0 2", "1"]);
    }

    [Fact]
    public void Who_may_not_meet_does_not() =>
        WarmBatches.Of([1, 2, 3], number => Try(Near(number), [number]), (first, second) => first + second == 4).Select(batch => string.Join(' ', batch)).ShouldBe(["1 3", "2"]);

    [Fact]
    public void A_batch_has_an_end() => WarmBatches.Of(Enumerable.Range(0, 30), number => Try(Near(number), [number]), (_, _) => true).Max(batch => batch.Count).ShouldBeInRange(2, 29);

    private static IEnumerable<string> Batches(params int[]?[] near) => Batches([.. near.Select(own => (own, own ?? []))]);

    private static IEnumerable<string> Batches((int[]? Near, int[] Run)[] tries) =>
        WarmBatches.Of(Enumerable.Range(0, tries.Length), number => Try(tries[number].Near, tries[number].Run), (_, _) => true).Select(batch => string.Join(' ', batch));

    private static int[] Near(params int[] tests) => tests;

    private static WarmTry Try(int[]? near, int[] run)
    {
        var seed = new Seed("s", SeedSource.Hand, "hand", BugClass.Condition, [], "A trap.", [], new("A.cs", 1, 1, "M"));
        return new(new(seed, [], null, near?.Select(Test).ToList()), [.. run.Select(Test)]);
    }

    private static CoveringTest Test(int number) => new(0, number);
}
