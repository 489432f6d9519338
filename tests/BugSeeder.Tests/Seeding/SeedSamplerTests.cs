using BugSeeder.Model.Bugs;
using BugSeeder.Model.Statistics;
using BugSeeder.Seeding;

namespace BugSeeder.Tests.Seeding;

public sealed class SeedSamplerTests
{
    internal const int Tests = 100;

    internal static Seed Seed(int number, BugClass kind, int line, string file = "a.cs", string? member = null, params ProductionTrait[] traits) =>
        new($"{number:0000000000}", SeedSource.BugSeeder, $"m{number % 5}", kind, traits, "A mistake.", [new(file, line * 10, "a", $"{number}")], new(file, line, line, member ?? $"M{number / 3}"));

    /// <summary>Seeds of every class, on lines that do not touch.</summary>
    internal static List<Seed> Many(int each) =>
        [.. Enum.GetValues<BugClass>().SelectMany((kind, index) => Enumerable.Range(0, each).Select(number => Seed((index * 1000) + number, kind, 2 * ((index * 1000) + number + 1))))];

    internal static ProvenSeed Proven(Seed seed, double difficulty = 0.5, params string[] witnesses) =>
        new(seed, witnesses.Length > 0 ? witnesses : [$"T{seed.Id}"], new(difficulty, 0, null, 1));

    /// <summary>Judges until the sampler is done, and takes every seed that this says is noticed.</summary>
    internal static (IReadOnlyList<Seed> Bugs, List<string> Judged, SeedSampler Sampler) Run(IEnumerable<Seed> seeds, Mix mix, int wanted, long number, Func<Seed, bool>? isNoticed = null, Func<Seed, string[]>? witnesses = null)
    {
        var sampler = new SeedSampler(seeds, mix, wanted, number, Tests);
        var judged = new List<string>();
        do
        {
            while (sampler.NextBatch() is { Count: > 0 } batch)
            {
                batch.Count.ShouldBeLessThanOrEqualTo(SeedSampler.BatchSize);
                judged.AddRange(batch.Select(seed => seed.Id));
                foreach (var seed in batch.Where(seed => isNoticed?.Invoke(seed) ?? true))
                    sampler.Accept(Proven(seed, 0.5, witnesses?.Invoke(seed) ?? []));
            }
        }
        while (sampler.TakeSpare().Count > 0);
        return ([.. sampler.Bugs.Select(bug => bug.Seed)], judged, sampler);
    }

    [Fact]
    public void A_bug_beyond_its_class_share_waits_for_a_bank_that_would_be_short()
    {
        var sampler = new SeedSampler(Many(20), Mix.OneHunk, 2, 1, Tests);
        var kind = sampler.NextBatch()[0].Class;
        var same = Enumerable.Range(0, 2).Select(number => Proven(Seed(90000 + number, kind, 90000 + (2 * number)))).ToList();

        sampler.Accept(same[0]).ShouldBeTrue();
        sampler.Accept(same[1]).ShouldBeFalse();

        sampler.TakeSpare().ShouldBe([same[1]]);
        sampler.IsFull.ShouldBeTrue();
    }

    [Fact]
    public void With_seeds_enough_the_bank_has_the_mix_of_classes_and_shapes()
    {
        // Half of the seeds are in another file, and every test notices some of each.
        var seeds = Many(100).Select((seed, index) => seed with { Place = seed.Place with { File = index % 2 == 0 ? "a.cs" : "b.cs" } });

        var bugs = Run(seeds, Mix.Realistic, 40, 1, witnesses: seed => [$"T{seed.Place.Line / 12}", $"U{seed.Id}"]).Bugs;

        bugs.CountBy(seed => seed.Class).ToDictionary(count => count.Key, count => count.Value).ShouldBe(Mix.Quotas(Mix.Realistic.Shares, 40), ignoreOrder: true);
        bugs.CountBy(seed => seed.Shape).ToDictionary(count => count.Key, count => count.Value).ShouldBe(Mix.Quotas(Mix.Realistic.Shapes, 40), ignoreOrder: true);
    }

    [Fact]
    public void What_Stryker_proposes_waits_until_ours_had_their_turns()
    {
        var seeds = Many(60).Select((seed, index) => index % 2 == 0 ? seed : seed with { Source = SeedSource.Stryker }).ToList();

        var bugs = Run(seeds, Mix.OneHunk, 30, 1).Bugs;

        bugs.Count(seed => seed.Source == SeedSource.Stryker).ShouldBeLessThan(10);
        Run(seeds.Where(seed => seed.Source == SeedSource.Stryker), Mix.OneHunk, 30, 1).Bugs.Count.ShouldBe(30, "they fill a bank where there is nothing else");
    }

    [Fact]
    public void Members_of_one_file_and_of_several_are_combined_where_a_test_notices_both()
    {
        var seeds = Many(60).Select((seed, index) => seed with { Place = seed.Place with { File = index % 2 == 0 ? "a.cs" : "b.cs", Member = $"M{index / 6}" } });

        var bugs = Run(seeds, Mix.Realistic, 20, 1, witnesses: seed => [$"T{seed.Place.Line / 24}", $"U{seed.Id}"]).Bugs;

        bugs.Count(seed => seed.Shape == BugShape.AcrossMembers).ShouldBe(3);
        bugs.Count(seed => seed.Shape == BugShape.AcrossFiles).ShouldBe(1);
        bugs.Where(seed => seed.Shape != BugShape.OneHunk).ShouldAllBe(seed => seed.Parts!.Count >= 2 && seed.Parts.Any(part => part.Class == seed.Class));
    }

    [Fact]
    public void Some_combinations_have_three_parts()
    {
        var seeds = Many(100).Select((seed, index) => seed with { Place = seed.Place with { Member = $"M{index / 10}" } });

        var bugs = Run(seeds, Mix.Realistic, 60, 1).Bugs;

        bugs.Count(seed => seed.Parts?.Count == 3).ShouldBeInRange(1, bugs.Count(seed => seed.Parts?.Count == 2));
    }

    [Fact]
    public void No_part_is_in_two_bugs()
    {
        var bugs = Run(Many(100), Mix.Realistic, 60, 1).Bugs;

        bugs.SelectMany(seed => seed.Parts?.Select(part => part.Seed) ?? [seed.Id]).ShouldBeUnique();
    }

    [Fact]
    public void What_one_class_lacks_the_others_give()
    {
        var seeds = Many(50).Where(seed => seed.Class is not (BugClass.WrongReference or BugClass.Omission)).Append(Seed(9, BugClass.Omission, 90009)).ToList();

        var bugs = Run(seeds, Mix.OneHunk, 40, 1).Bugs;

        bugs.Count.ShouldBe(40);
        bugs.Count(seed => seed.Class == BugClass.Omission).ShouldBe(1);
        bugs.CountBy(seed => seed.Class).Where(count => count.Key != BugClass.Omission).ShouldAllBe(count => count.Value >= Mix.Quotas(Mix.OneHunk.Shares, 40)[count.Key]);
    }

    [Fact]
    public void What_is_rejected_is_replaced_from_its_class()
    {
        var bugs = Run(Many(50), Mix.OneHunk, 40, 1, seed => seed.Id.EndsWith('3') || seed.Id.EndsWith('6')).Bugs;

        bugs.Count.ShouldBe(40);
        bugs.CountBy(seed => seed.Class).ShouldAllBe(count => Math.Abs(count.Value - Mix.Quotas(Mix.OneHunk.Shares, 40)[count.Key]) <= 2);
    }

    [Fact]
    public void No_two_bugs_share_a_line()
    {
        var seeds = Enumerable.Range(0, 200).Select(number => Seed(number, (BugClass)(number % 8), (number % 10) + 1)).ToList();

        var bugs = Run(seeds, Mix.Even, 40, 1).Bugs;

        bugs.Count.ShouldBeGreaterThan(5);
        bugs.SelectMany(seed => seed.AllPlaces).Select(place => place.Line).ShouldBeUnique();
    }

    [Fact]
    public void Of_bugs_that_the_same_tests_notice_in_the_same_member_the_hardest_is_kept()
    {
        var sampler = new SeedSampler([], Mix.OneHunk, 40, 1, Tests);
        var easy = Proven(Seed(1, BugClass.Omission, 1, member: "M"), 0.3, "T");
        var hard = Proven(Seed(2, BugClass.Omission, 5, member: "M"), 0.6, "T");
        var other = Proven(Seed(3, BugClass.Omission, 9, member: "M"), 0.4, "T", "U");

        sampler.Accept(easy).ShouldBeTrue();
        sampler.Accept(hard).ShouldBeTrue();
        sampler.Accept(easy with { Seed = Seed(4, BugClass.Omission, 13, member: "M") }).ShouldBeFalse();
        sampler.Accept(other).ShouldBeTrue();

        sampler.Bugs.ShouldBe([hard, other]);
        sampler.Merged.ShouldBe(2);
    }

    [Fact]
    public void What_the_real_build_does_not_bear_out_is_withdrawn_and_its_place_is_free_again()
    {
        var sampler = new SeedSampler([], Mix.OneHunk, 5, 1, Tests);
        var (first, second) = (Proven(Seed(1, BugClass.Omission, 1)), Proven(Seed(2, BugClass.Omission, 5)));
        sampler.Accept(first).ShouldBeTrue();
        sampler.Accept(second).ShouldBeFalse();

        sampler.Withdraw(first.Seed);

        sampler.Bugs.ShouldBeEmpty();
        sampler.Accept(Proven(Seed(3, BugClass.Omission, 9))).ShouldBeTrue();
    }

    [Fact]
    public void Every_trait_comes_twice_where_it_can_be_had()
    {
        var seeds = Many(60).Concat(Enum.GetValues<ProductionTrait>().SelectMany((trait, index) => Enumerable.Range(0, 3).Select(number => Seed(50_000 + (index * 10) + number, BugClass.Omission, 50_000 + (2 * ((index * 10) + number)), traits: trait))));

        var bugs = Run(seeds, Mix.OneHunk, 80, 1).Bugs;

        foreach (var trait in Enum.GetValues<ProductionTrait>())
            bugs.Count(seed => seed.Traits.Contains(trait)).ShouldBeGreaterThanOrEqualTo(2, $"{trait}");
        bugs.Count(seed => seed.Class == BugClass.Omission).ShouldBe(16);
    }

    [Fact]
    public void The_past_goes_before_what_is_made_up_but_leaves_most_of_the_bank_to_it()
    {
        var past = Enumerable.Range(0, 30).Select(number => Seed(70_000 + number, (BugClass)(number % 8), 70_000 + (2 * number)) with { Source = SeedSource.History });

        var bugs = Run(Many(60).Concat(past), Mix.OneHunk, 40, 1).Bugs;

        bugs.Count(seed => seed.Source == SeedSource.History).ShouldBeInRange(10, 18);
    }

    [Fact]
    public void A_mix_that_cannot_be_had_is_given_up_in_time()
    {
        // Every seed is in a member of its own, and no test notices two: nothing can be combined.
        var seeds = Many(125).Select((seed, index) => seed with { Place = seed.Place with { Member = $"Own{index}" } });

        var (bugs, judged, _) = Run(seeds, Mix.Realistic, 20, 1);

        bugs.Count.ShouldBe(20);
        judged.Count.ShouldBeLessThan(200);
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
        var bugs = Run(Many(70).Select((seed, index) => seed with { Place = seed.Place with { Member = $"M{index % 7}" } }), Mix.Even with { Shapes = Mix.OneHunk.Shapes }, 35, 1).Bugs;

        bugs.CountBy(seed => seed.Place.Member).ShouldAllBe(count => count.Value >= 3 && count.Value <= 7);
    }

    private static double EffectiveCount(SeedSampler sampler) => Clusters.OfSeeds(sampler.Bugs.Select(bug => (bug.Seed.Id, bug.Seed, bug.Witnesses))).EffectiveCount;

    internal static int Largest(SeedSampler sampler) => Clusters.OfSeeds(sampler.Bugs.Select(bug => (bug.Seed.Id, bug.Seed, bug.Witnesses))).Sizes[0];

    [Fact]
    public void What_would_make_a_cluster_too_large_is_passed_over_for_another_of_its_class_and_shape()
    {
        // Every fourth seed is noticed by one and the same test, every sixth by a second one.
        static string[] Witnesses(Seed seed) => seed.Place.Line % 8 == 0 ? ["T1", seed.Id] : seed.Place.Line % 10 == 0 ? ["T2", seed.Id] : [seed.Id];

        foreach (var mix in new[] { Mix.OneHunk, Mix.Realistic })
        {
            var (bugs, _, sampler) = Run(Many(100), mix, 24, 1, witnesses: Witnesses);

            bugs.CountBy(seed => seed.Class).ToDictionary(count => count.Key, count => count.Value).ShouldBe(Mix.Quotas(mix.Shares, 24), ignoreOrder: true);
            bugs.Count(seed => seed.Shape == BugShape.SeveralHunks).ShouldBeGreaterThanOrEqualTo(Mix.Quotas(mix.Shapes, 24).GetValueOrDefault(BugShape.SeveralHunks));
            EffectiveCount(sampler).ShouldBeGreaterThanOrEqualTo(12);
            Largest(sampler).ShouldBeLessThanOrEqualTo(6);
            sampler.Entangled.ShouldBePositive();
        }
    }

    [Fact]
    public void A_bank_that_would_be_short_takes_what_hangs_together_least()
    {
        // Ten seeds stand for themselves, ten come in pairs, and a hundred are one cluster.
        var seeds = Many(15).Take(120).ToList();
        var index = seeds.Select((seed, at) => (seed.Id, at)).ToDictionary(entry => entry.Id, entry => entry.at, StringComparer.Ordinal);
        string[] Witnesses(Seed seed) => index[seed.Id] switch { < 10 => [seed.Id], < 20 and var at => [$"T{at / 2}"], _ => ["T", seed.Id] };

        var (bugs, _, sampler) = Run(seeds.Select(seed => seed with { Place = seed.Place with { Member = seed.Id } }), Mix.OneHunk, 24, 1, witnesses: Witnesses);

        bugs.Count.ShouldBe(24);
        Largest(sampler).ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void A_bank_is_full_even_if_one_test_notices_all()
    {
        var (bugs, judged, sampler) = Run(Many(100), Mix.OneHunk, 20, 1, witnesses: seed => ["T", seed.Id]);

        bugs.Count.ShouldBe(20);
        Largest(sampler).ShouldBe(20);
        judged.Count.ShouldBeLessThan(250);
    }

    [Fact]
    public void A_loud_bug_waits_for_a_bank_that_would_be_short()
    {
        var sampler = new SeedSampler([], Mix.OneHunk, 10, 1, Tests);
        var loud = Proven(Seed(1, BugClass.Omission, 1), 0.5, [.. Enumerable.Range(0, 11).Select(number => $"T{number}")]);
        var quiet = Proven(Seed(4, BugClass.Omission, 9), 0.5, [.. Enumerable.Range(0, 10).Select(number => $"U{number}")]);

        sampler.Accept(loud).ShouldBeFalse();
        sampler.Accept(quiet).ShouldBeTrue();

        sampler.TakeSpare().ShouldBe([loud]);
    }

    [Fact]
    public void What_hung_together_with_a_withdrawn_bug_is_taken_after_all()
    {
        var sampler = new SeedSampler(Many(1), Mix.OneHunk, 2, 1, Tests);
        var bugs = Enumerable.Range(0, 3).Select(number => Proven(Seed(30 * (number + 1), (BugClass)number, 20_000 + (10 * number)), 0.5, "T", $"U{number}")).ToList();
        sampler.Accept(bugs[0]).ShouldBeTrue();
        sampler.Accept(bugs[1]).ShouldBeTrue();
        sampler.Accept(bugs[2]).ShouldBeFalse();

        sampler.Withdraw(bugs[0].Seed);
        _ = sampler.NextBatch();

        sampler.Bugs.Count.ShouldBe(1);
    }
}
