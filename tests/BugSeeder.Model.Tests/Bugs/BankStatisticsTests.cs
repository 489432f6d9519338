using BugSeeder.Model.Bugs;
using BugSeeder.Model.Tests.Text;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Bugs;

public sealed class BankStatisticsTests
{
    private static SeedRecord Judged(SeedVerdict verdict, string mutator = "flip", int line = 1, SeedSource source = SeedSource.BugSeeder) =>
        new(1, verdict, "", new($"{mutator}{line}", source, mutator, BugClass.Condition, [], "Flips.", [], new("a.cs", line, line, "A.M")));

    [Fact]
    public void Every_judged_seed_is_in_one_column_of_its_mutator()
    {
        var seeds = Enum.GetValues<SeedVerdict>().Select((verdict, line) => Judged(verdict, line: line)).ToList();

        var yield = MutatorYield.Of("flip", 100, seeds);

        yield.Judged.ShouldBe(seeds.Count);
        yield.Compiled.ShouldBe(seeds.Count - 2);
        (yield.Bugs, yield.NotWitnessed, yield.Equivalent, yield.TooLoud).ShouldBe((1, 1, 2, 2));
        (yield.Bugs + yield.NotWitnessed + yield.Equivalent + yield.TooLoud + yield.Unusable).ShouldBe(yield.Compiled);
    }

    [Fact]
    public void A_mutator_that_was_not_needed_is_listed_with_what_it_proposed()
    {
        var bank = StoredRecords.Bank with { ProposedBy = new Dictionary<string, int> { ["flip"] = 7, ["idle"] = 9 } };

        var yields = BankStatistics.Of(bank, [], [Judged(SeedVerdict.Bug)]).Yields;

        yields.Select(yield => (yield.Mutator, yield.Proposed, yield.Judged)).ShouldBe([("flip", 7, 1), ("idle", 9, 0)]);
    }

    [Fact]
    public void Survivors_are_listed_by_place_and_combinations_are_none()
    {
        var seeds = new[] { Judged(SeedVerdict.NotWitnessed, line: 9), Judged(SeedVerdict.NotWitnessed, line: 3), Judged(SeedVerdict.Equivalent, line: 4), Judged(SeedVerdict.NotWitnessed, "combination", 1, SeedSource.Combination) };

        BankStatistics.Of(StoredRecords.Bank, [], seeds).Survivors.Select(survivor => survivor.Line).ShouldBe([3, 9]);
    }

    [Fact]
    public void Classes_and_shapes_are_counted_against_what_the_mix_wants()
    {
        var bank = StoredRecords.Bank with { Requested = 20 };

        var statistics = BankStatistics.Of(bank, [StoredRecords.Bug], []);

        statistics.Classes.Single(share => share.Kind == "WrongReference").ShouldBe(new("WrongReference", 4, 0));
        statistics.Classes.Sum(share => share.Wanted).ShouldBe(20);
        statistics.Shapes.Single(share => share.Kind == "AcrossFiles").ShouldBe(new("AcrossFiles", 1, 1));
        statistics.Traits[ProductionTrait.FailureHandling].ShouldBe(1);
        statistics.Sources.ShouldHaveSingleItem();
    }

    [Fact]
    public void Clusters_of_the_bank_are_counted()
    {
        var (first, second) = (StoredRecords.Bug, StoredRecords.Bug with { Id = "b99-aaaaaa" });

        BankStatistics.Of(StoredRecords.Bank, [first, second], []).Clusters.ShouldBe(new(1, 2, 1));
        BankStatistics.Of(StoredRecords.Bank, [], []).Clusters.ShouldBe(new(0, 0, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(100)]
    public void Quotas_add_up_and_differ_from_the_share_by_less_than_one(int wanted)
    {
        foreach (var mix in Mix.Named)
        {
            Check(mix.Shares, wanted);
            Check(mix.Shapes, wanted);
        }
    }

    private static void Check<T>(IReadOnlyDictionary<T, int> shares, int wanted)
        where T : struct, Enum
    {
        shares.Values.Sum().ShouldBe(100);
        var quotas = Mix.Quotas(shares, wanted);
        quotas.Values.Sum().ShouldBe(wanted);
        quotas.ShouldAllBe(quota => Math.Abs(quota.Value - (shares[quota.Key] * wanted / 100.0)) < 1);
    }
}
