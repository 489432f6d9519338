using BugSeeder.Model.Grades;

namespace BugSeeder.Bench.Statistics;

/// <summary>How often intervals hold what is true.</summary>
/// <param name="Figure">Which figure: rate, lift or gap closure.</param>
/// <param name="Cell">The scenario and the design.</param>
/// <param name="Level">What the interval promises.</param>
/// <param name="Covered">How often it held.</param>
/// <param name="Width">Its mean width.</param>
internal sealed record Coverage(string Figure, string Cell, double Level, double Covered, double Width);

/// <summary>Coverage of the intervals of rates, lifts and gap closure over scenarios, sizes, trials, effects and clusters.</summary>
internal static class CoverageStudy
{
    private static readonly (string Name, int[] Sizes)[] Designs =
    [
        ("20 bugs", Ones(20)), ("30 bugs", Ones(30)), ("50 bugs", Ones(50)),
        ("30 bugs in 18 clusters", [.. Enumerable.Repeat(3, 6), .. Ones(12)]),
        ("30 bugs, 10 in one cluster", [10, .. Ones(20)]),
    ];

    /// <summary>Every cell.</summary>
    public static IReadOnlyList<Coverage> Run(int runs) => [.. Lifts(runs), .. Gaps(runs)];

    private static IEnumerable<Coverage> Lifts(int runs) =>
        from scenario in Scenario.All
        from design in Designs.Select(design => (design.Name, Run: (Experiment)((assistant, arms) => assistant.Run(scenario, design.Sizes, arms))))
            .Concat(Overlap.All.Select(overlap => (overlap.Name, Run: (Experiment)((assistant, arms) => assistant.Run(scenario, overlap, arms)))))
        from trials in new[] { 1, 3, 5 }
        from points in new[] { 0, 20 }
        from figure in Lift(scenario, design, trials, points, runs)
        select figure;

    /// <summary>What an assistant makes of a design's bugs in each arm, given its effect and its trials.</summary>
    private delegate IReadOnlyList<IReadOnlyList<BugValue>> Experiment(Assistant assistant, IReadOnlyList<(double Effect, int Trials)> arms);

    private static IEnumerable<Coverage> Lift(Scenario scenario, (string Name, Experiment Run) design, int trials, int points, int runs)
    {
        var effect = scenario.EffectFor(points / 100.0);
        var (with, lift) = (scenario.Rate(effect), points / 100.0);
        var cell = $"S {scenario.Spread}, τ {scenario.Noise}: {design.Name}, {trials} trials, lift {points} points";
        var sums = Cells.Sum(cell, runs, 4, (assistant, counted) =>
        {
            var arms = design.Run(assistant, [(effect, trials), (0, trials)]);
            Count(Estimates.OfDifference(PairedBug.Of(arms[0], arms[1])), lift, counted, 0);
            Count(Estimates.OfRate(arms[0]), with, counted, 2);
        });
        yield return new("lift", cell, 0.95, sums[0] / runs, sums[1] / runs);
        yield return new("rate", cell, 0.95, sums[2] / runs, sums[3] / runs);
    }

    /// <summary>Gap closure as the standard preset measures it: the spec and nothing three times, everything once.</summary>
    private static IEnumerable<Coverage> Gaps(int runs) =>
        from scenario in Scenario.All
        from design in Designs.Skip(1).Take(3)
        from closure in new[] { 0.3, 0.7 }
        from level in new[] { 0.90, 0.95 }
        select Gap(scenario, design, closure, level, runs);

    private static Coverage Gap(Scenario scenario, (string Name, int[] Sizes) design, double closure, double level, int runs)
    {
        const double full = 0.40;
        var (fullEffect, specEffect) = (scenario.EffectFor(full), scenario.EffectFor(full * closure));
        var cell = $"S {scenario.Spread}, τ {scenario.Noise}: {design.Name}, 3 trials and 1 of full, closes {closure:P0} of 40 points";
        var sums = Cells.Sum($"{cell} {level}", runs, 3, (assistant, counted) =>
        {
            var arms = assistant.Run(scenario, design.Sizes, (specEffect, 3), (0, 3), (fullEffect, 1));
            var gap = GapClosure.Of(arms[0], arms[1], arms[2], level);
            if (gap.Ratio.Low is null)
                return; // "These bugs do not discriminate": there is no interval to hold anything.
            counted[2]++;
            Count(gap.Ratio, closure, counted, 0);
        });
        return new("gap closure", cell, level, sums[0] / sums[2], sums[1] / sums[2]);
    }

    private static void Count(Estimate estimate, double truth, double[] counted, int place)
    {
        counted[place] += estimate.Low <= truth + 1e-12 && truth - 1e-12 <= estimate.High ? 1 : 0;
        counted[place + 1] += (estimate.High - estimate.Low) ?? 0;
    }

    private static int[] Ones(int count) => [.. Enumerable.Repeat(1, count)];
}
