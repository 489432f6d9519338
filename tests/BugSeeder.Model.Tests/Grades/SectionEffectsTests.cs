using BugSeeder.Model.Grades;
using BugSeeder.Model.Statistics;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Grades;

/// <summary>Planted effects of sections, with chances so far apart that the labels are certain; hit rates under realistic chances are in docs/statistics.md.</summary>
public sealed class SectionEffectsTests
{
    private static readonly string[] Sections = ["rounding", "retries", "retries again", "noise", "misleading", "nobody's"];

    private static readonly ILookup<string, string> Links = Enumerable.Range(0, 20)
        .SelectMany(static bug => (bug % 4) switch
        {
            0 => new[] { ("rounding", bug) },
            1 => [("retries", bug), ("retries again", bug)],
            2 => [("noise", bug)],
            _ => [("misleading", bug)],
        })
        .ToLookup(static link => link.Item1, static link => $"b{link.bug}");

    [Fact]
    public void Planted_effects_get_their_labels()
    {
        var found = Found(40).ToDictionary(static finding => finding.Section);

        found["rounding"].Effect.ShouldBe(SectionEffect.Helps);
        found["rounding"].Points!.Value.ShouldBe(0.6, 0.15);
        found["retries"].Effect.ShouldBe(SectionEffect.Redundant);
        found["retries"].SameAs.ShouldBe("retries again");
        found["retries again"].Effect.ShouldBe(SectionEffect.Redundant);
        found["noise"].Effect.ShouldBe(SectionEffect.Inert);
        found["misleading"].Effect.ShouldBe(SectionEffect.Harmful);
        found["nobody's"].Points.ShouldBeNull();
        found["nobody's"].Effect.ShouldBe(SectionEffect.Unknown);
    }

    [Fact]
    public void A_few_trials_prove_nothing() => Found(2).Where(static finding => finding.Section != "misleading").ShouldAllBe(static finding => finding.Effect == SectionEffect.Unknown);

    [Fact]
    public void The_lots_are_the_same_each_time_and_keep_four_of_five()
    {
        var drawn = AblationPlan.Draw(Sections, Links, 2000, 5);

        drawn.Select(static left => string.Join(',', left.Order())).ShouldBe(AblationPlan.Draw(Sections, Links, 2000, 5).Select(static left => string.Join(',', left.Order())));
        foreach (var section in Sections)
            (drawn.Count(left => left.Contains(section)) / 2000.0).ShouldBe(1 - AblationPlan.Keep, 0.03);
        (drawn.Count(static left => left.Contains("retries") && left.Contains("retries again")) / 2000.0).ShouldBe(0.12, 0.03);
    }

    private static IReadOnlyList<SectionFinding> Found(int trials)
    {
        var random = new SeededRandom(11);
        var dropped = AblationPlan.Draw(Sections, Links, 20 * trials, 3);
        return SectionEffects.Of([.. dropped.Select((left, trial) => new AblationTrial($"b{trial / 2 % 20}", left, random.NextUnit() < Chance(trial / 2 % 20, left) ? 1 : 0))], Sections, Links);
    }

    private static double Chance(int bug, IReadOnlySet<string> left)
    {
        var lost = (bug % 4) switch
        {
            0 => left.Contains("rounding"),
            1 => left.Contains("retries") && left.Contains("retries again"),
            _ => false,
        };
        return bug % 4 == 3 ? left.Contains("misleading") ? 0.8 : 0.2 : lost ? 0.2 : 0.8;
    }
}
