using BugSeeder.Model.Bugs;
using BugSeeder.Seeding;
using static BugSeeder.Tests.Seeding.SeedSamplerTests;

namespace BugSeeder.Tests.Seeding;

public sealed class ExchangeTests
{
    /// <summary>A bank of ten that is full of single hunks, while another seed of each member waits; a test notices all bugs of the first few members.</summary>
    private static SeedSampler FullOfSingleHunks(int together = 0)
    {
        var sampler = new SeedSampler([], Mix.Realistic, 10, 1, SeedSamplerTests.Tests);
        var kinds = Mix.Quotas(Mix.Realistic.Shares, 10).SelectMany(quota => Enumerable.Repeat(quota.Key, quota.Value)).ToList();
        for (var number = 0; number < 10; number++)
            sampler.Accept(Proven(Seed(number, kinds[number], (1000 * number) + 10, member: $"M{number}"), 0.9, [$"T{number}", .. number < together ? ["S"] : Array.Empty<string>()]));
        for (var number = 0; number < 10; number++)
            sampler.Accept(Proven(Seed(100 + number, kinds[^(number + 1)], (1000 * number) + 20, member: $"M{number}"), 0.1, $"T{number}", $"U{number}"));
        sampler.TakeSpare();
        sampler.Bugs.Select(bug => bug.Seed.Shape).Distinct().ShouldBe([BugShape.OneHunk]);
        sampler.IsFull.ShouldBeTrue();
        return sampler;
    }

    [Fact]
    public void A_full_bank_of_too_many_single_hunks_exchanges_some_for_combinations_with_what_waits()
    {
        var sampler = FullOfSingleHunks();
        var classes = sampler.Bugs.CountBy(bug => bug.Seed.Class).ToList();

        while (sampler.NextBatch() is { Count: > 0 } batch)
        {
            batch.SelectMany(seed => seed.Parts!.Select(part => part.Seed)).ShouldBeUnique();
            foreach (var seed in batch)
                sampler.Accept(Proven(seed, 0.5, $"T{seed.Place.Member[1..]}")).ShouldBeTrue();
        }

        sampler.Bugs.Count.ShouldBe(10);
        sampler.Bugs.CountBy(bug => bug.Seed.Class).ShouldBe(classes, ignoreOrder: true);
        sampler.Bugs.Count(bug => bug.Seed.Shape == BugShape.SeveralHunks).ShouldBe(4);
        sampler.Bugs.SelectMany(bug => bug.Seed.Parts?.Select(part => part.Seed) ?? [bug.Seed.Id]).ShouldBeUnique();
    }

    [Fact]
    public void What_no_combination_holds_for_keeps_its_single_hunks()
    {
        var sampler = FullOfSingleHunks();
        var before = sampler.Bugs.ToList();
        var tried = new List<string>();

        while (sampler.NextBatch() is { Count: > 0 } batch)
            tried.AddRange(batch.Select(seed => seed.Id));

        tried.ShouldBeUnique();
        tried.Count.ShouldBe(10);
        sampler.Bugs.ShouldBe(before);
    }

    [Fact]
    public void Where_one_test_notices_all_anyway_bugs_are_exchanged_all_the_same()
    {
        var seeds = Many(60).Select((seed, index) => seed with { Place = seed.Place with { Member = $"M{index % 40}" } });

        var (bugs, _, sampler) = Run(seeds, Mix.Realistic, 20, 1, witnesses: seed => ["T", seed.Id]);

        Largest(sampler).ShouldBe(20);
        bugs.Count(seed => seed.Shape == BugShape.SeveralHunks).ShouldBe(Mix.Quotas(Mix.Realistic.Shapes, 20)[BugShape.SeveralHunks]);
    }

    [Fact]
    public void A_combination_that_would_join_others_does_not_take_a_bugs_place()
    {
        var sampler = FullOfSingleHunks(together: 3);
        var before = sampler.Bugs.Select(bug => bug.Seed.Id).ToList();

        foreach (var seed in sampler.NextBatch().Where(seed => seed.Place.Member is not ("M0" or "M1" or "M2")))
            sampler.Accept(Proven(seed, 0.5, "S", "T0", "T1", "T2")).ShouldBeFalse();

        sampler.Bugs.Select(bug => bug.Seed.Id).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public void The_bug_comes_back_where_the_real_build_does_not_bear_out_its_combination()
    {
        var sampler = FullOfSingleHunks();
        var seed = sampler.NextBatch()[0];
        sampler.Accept(Proven(seed, 0.5, $"T{seed.Place.Member[1..]}")).ShouldBeTrue();

        sampler.Withdraw(seed);
        _ = sampler.NextBatch();

        sampler.IsFull.ShouldBeTrue();
        sampler.Bugs.Count(bug => bug.Seed.Shape == BugShape.OneHunk).ShouldBe(10);
    }
}
