using BugSeeder.Model.Statistics;

namespace BugSeeder.Bench.Statistics;

/// <summary>How many bugs a paired design needs.</summary>
/// <param name="Points">The difference of the two rates, in points.</param>
/// <param name="Trials">Trials per bug and arm.</param>
/// <param name="Fewest">The least over the scenarios.</param>
/// <param name="Most">The most over the scenarios.</param>
/// <param name="Power">How often the test found the difference with so many bugs, over the scenarios: 80 % is aimed at.</param>
/// <param name="TableFewest">What the published table says.</param>
/// <param name="TableMost">What the published table says, which the tool plans with.</param>
internal sealed record Needs(int Points, int Trials, int Fewest, int Most, double Power, int TableFewest, int TableMost);

/// <summary>Repeats the simulation behind the table of needed bugs: paired t on per-bug means at the 5 % level, 80 % power.</summary>
internal static class PowerStudy
{
    private static readonly (int Points, int Trials, int Fewest, int Most)[] Published =
    [
        (20, 1, 56, 78), (20, 3, 26, 35), (20, 5, 19, 26), (20, 10, 12, 19),
        (10, 1, 221, 315), (10, 3, 92, 138), (10, 5, 67, 100), (10, 10, 42, 73),
        (5, 1, 897, 1296), (5, 3, 381, 556), (5, 5, 264, 394), (5, 10, 160, 287),
    ];

    /// <summary>Every row of the table.</summary>
    public static IReadOnlyList<Needs> Run(int runs) => [.. Published.Select(row => Row(row, runs))];

    private static Needs Row((int Points, int Trials, int Fewest, int Most) row, int runs)
    {
        var found = Scenario.All.Select(scenario => Needed(scenario, row.Points / 100.0, row.Trials, runs)).ToList();
        return new(row.Points, row.Trials, found.Min(each => each.Bugs), found.Max(each => each.Bugs), found.Average(each => each.Power), row.Fewest, row.Most);
    }

    private static (int Bugs, double Power) Needed(Scenario scenario, double difference, int trials, int runs)
    {
        var effect = scenario.EffectFor(difference);
        var cell = $"power S {scenario.Spread} τ {scenario.Noise} {difference} {trials}";
        const int sample = 200_000;
        var sums = Cells.Sum(cell, sample, 2, (assistant, counted) =>
        {
            var one = Difference(scenario, effect, trials, assistant);
            counted[0] += one;
            counted[1] += one * one;
        });
        var variance = (sums[1] / sample) - Math.Pow(sums[0] / sample, 2);

        // Normal quantiles of 97.5 and 80 %, and Guenther's half square for Student's t (Am. Stat. 35:243, 1981).
        var bugs = (int)Math.Ceiling((Math.Pow(1.959964 + 0.841621, 2) * variance / (difference * difference)) + (1.959964 * 1.959964 / 2));
        var powered = Cells.Sum($"{cell} {bugs}", runs, 1, (assistant, counted) => counted[0] += IsFound(scenario, effect, trials, bugs, assistant) ? 1 : 0);
        return (bugs, powered[0] / runs);
    }

    private static bool IsFound(Scenario scenario, double effect, int trials, int bugs, Assistant assistant)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var bug = 0; bug < bugs; bug++)
        {
            var one = Difference(scenario, effect, trials, assistant);
            sum += one;
            squares += one * one;
        }

        var mean = sum / bugs;
        var error = Math.Sqrt((squares - (bugs * mean * mean)) / (bugs - 1) / bugs);
        return Math.Abs(mean) > StudentQuantile.Of(bugs - 1, 0.975) * error;
    }

    private static double Difference(Scenario scenario, double effect, int trials, Assistant assistant)
    {
        var difficulty = scenario.Level + (scenario.Spread * assistant.Normal());
        var with = assistant.Successes(Scenario.Logistic(difficulty + effect + (scenario.Noise * assistant.Normal())), trials);
        var without = assistant.Successes(Scenario.Logistic(difficulty + (scenario.Noise * assistant.Normal())), trials);
        return (double)(with - without) / trials;
    }
}
