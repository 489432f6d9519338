using BugSeeder.Model.Statistics;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class SeededRandomTests
{
    [Fact]
    public void It_is_SplitMix64()
    {
        var random = new SeededRandom(1234567);

        Enumerable.Range(0, 5).Select(_ => random.NextBits()).ShouldBe(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821]);
    }

    [Fact]
    public void Whole_numbers_are_about_equally_likely()
    {
        var random = new SeededRandom(1);
        var counts = new int[7];
        for (var draw = 0; draw < 70_000; draw++)
            counts[random.Next(7)]++;

        // Chi-square with 6 degrees of freedom is below 22.5 in 99.9 %.
        counts.Sum(static count => Math.Pow(count - 10_000, 2) / 10_000).ShouldBeLessThan(22.5);
    }

    [Fact]
    public void Fractions_lie_from_0_up_to_1_and_average_a_half()
    {
        var random = new SeededRandom(-5);
        var draws = Enumerable.Range(0, 10_000).Select(_ => random.NextUnit()).ToList();

        draws.ShouldAllBe(static draw => draw >= 0 && draw < 1);
        draws.Average().ShouldBe(0.5, 0.015);
    }

    [Fact]
    public void Shuffling_keeps_every_item_and_repeats_for_the_same_start()
    {
        var items = Enumerable.Range(0, 50).ToArray();
        var shuffled = new SeededRandom(9).Shuffled(items);

        shuffled.ShouldBe(items, ignoreOrder: true);
        shuffled.ShouldNotBe(items);
        new SeededRandom(9).Shuffled(items).ShouldBe(shuffled);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_range_without_numbers_is_refused(int maximum) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SeededRandom(1).Next(maximum));
}
