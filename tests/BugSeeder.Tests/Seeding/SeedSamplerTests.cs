using BugSeeder.Model.Bugs;
using BugSeeder.Seeding;

namespace BugSeeder.Tests.Seeding;

public sealed class SeedSamplerTests
{
    private static Seed Seed(int number, BugClass kind, int line, string file = "a.cs") =>
        new($"{number:0000000000}", SeedSource.BugSeeder, $"m{number % 5}", kind, [], "", [], new(file, line, line, $"M{number % 7}"));

    private static List<Seed> Many(int each) =>
        [.. Enum.GetValues<BugClass>().SelectMany((kind, index) => Enumerable.Range(0, each).Select(number => Seed((index * 1000) + number, kind, (index * 1000) + number + 1)))];

    /// <summary>Takes every seed that this says is a bug.</summary>
    private static (List<Seed> Bugs, List<string> Judged) Run(IEnumerable<Seed> seeds, Mix mix, int wanted, long number, Func<Seed, bool>? isBug = null)
    {
        var sampler = new SeedSampler(seeds, mix, wanted, number);
        var (bugs, judged) = (new List<Seed>(), new List<string>());
        while (sampler.NextBatch() is { Count: > 0 } batch)
        {
            batch.Count.ShouldBeLessThanOrEqualTo(SeedSampler.BatchSize);
            judged.AddRange(batch.Select(seed => seed.Id));
            bugs.AddRange(batch.Where(seed => (isBug?.Invoke(seed) ?? true) && sampler.Accept(seed)));
        }

        return (bugs, judged);
    }

    [Fact]
    public void A_bug_beyond_its_class_share_waits_for_a_bank_that_would_be_short()
    {
        var sampler = new SeedSampler(Many(20), Mix.Realistic, 2, 1);
        var batch = sampler.NextBatch();
        var kind = batch[0].Class;
        var same = Enumerable.Range(0, 2).Select(number => Seed(90000 + number, kind, 90000 + number)).ToList();

        sampler.Accept(same[0]).ShouldBeTrue();
        sampler.Accept(same[1]).ShouldBeFalse();

        sampler.TakeSpare().ShouldBe([same[1]]);
        sampler.IsFull.ShouldBeTrue();
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
            mix.Shares.Values.Sum().ShouldBe(100);
            var quotas = SeedSampler.Quotas(mix, wanted);
            quotas.Values.Sum().ShouldBe(wanted);
            quotas.ShouldAllBe(quota => Math.Abs(quota.Value - (mix.Shares[quota.Key] * wanted / 100.0)) < 1);
        }
    }

    [Fact]
    public void With_seeds_enough_the_bank_has_the_mix() =>
        Run(Many(50), Mix.Realistic, 40, 1).Bugs.CountBy(seed => seed.Class).ToDictionary(count => count.Key, count => count.Value).ShouldBe(SeedSampler.Quotas(Mix.Realistic, 40), ignoreOrder: true);

    [Fact]
    public void What_one_class_lacks_the_others_give()
    {
        var seeds = Many(50).Where(seed => seed.Class is not (BugClass.WrongReference or BugClass.Omission)).Append(Seed(9, BugClass.Omission, 9)).ToList();

        var bugs = Run(seeds, Mix.Realistic, 40, 1).Bugs;

        bugs.Count.ShouldBe(40);
        bugs.Count(seed => seed.Class == BugClass.Omission).ShouldBe(1);
        bugs.CountBy(seed => seed.Class).Where(count => count.Key != BugClass.Omission).ShouldAllBe(count => count.Value >= SeedSampler.Quotas(Mix.Realistic, 40)[count.Key]);
    }

    [Fact]
    public void What_is_rejected_is_replaced_from_its_class_but_for_what_one_batch_proves_too_many()
    {
        var bugs = Run(Many(50), Mix.Realistic, 40, 1, seed => seed.Id.EndsWith('3') || seed.Id.EndsWith('6')).Bugs;

        bugs.Count.ShouldBe(40);
        bugs.CountBy(seed => seed.Class).ShouldAllBe(count => Math.Abs(count.Value - SeedSampler.Quotas(Mix.Realistic, 40)[count.Key]) <= 2);
    }

    [Fact]
    public void No_two_bugs_share_a_line()
    {
        var seeds = Enumerable.Range(0, 200).Select(number => Seed(number, (BugClass)(number % 8), (number % 10) + 1)).ToList();

        var bugs = Run(seeds, Mix.Even, 40, 1).Bugs;

        bugs.Count.ShouldBe(10);
        bugs.Select(seed => seed.Place.Line).ShouldBeUnique();
    }

    [Fact]
    public void No_seed_is_judged_twice_and_all_are_before_it_gives_up() =>
        Run(Many(10), Mix.Realistic, 10, 1, _ => false).Judged.Order().ShouldBe(Many(10).Select(seed => seed.Id).Order());

    [Fact]
    public void The_same_input_gives_the_same_bugs_and_another_number_others()
    {
        var first = Run(Many(50), Mix.Realistic, 20, 7);

        Run(Many(50), Mix.Realistic, 20, 7).Judged.ShouldBe(first.Judged);
        Run(Many(50), Mix.Realistic, 20, 8).Judged.ShouldNotBe(first.Judged);
    }

    [Fact]
    public void Members_and_mutators_take_turns()
    {
        var bugs = Run(Many(70), Mix.Even, 35, 1).Bugs;

        bugs.CountBy(seed => seed.Place.Member).ShouldAllBe(count => count.Value >= 3 && count.Value <= 7);
    }
}
