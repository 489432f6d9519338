using BugSeeder.Model.Grades;

namespace BugSeeder.Bench.Statistics;

/// <summary>How often a run answers, by what is true.</summary>
/// <param name="Cell">The scenario and the design.</param>
/// <param name="Points">The true lift in points.</param>
/// <param name="Helps">How often it says that the spec helps.</param>
/// <param name="Harms">How often it says that the spec harms.</param>
/// <param name="Futile">How often it was stopped since going on would hardly show anything.</param>
/// <param name="Rounds">How many rounds were run on average.</param>
internal sealed record Answers(string Cell, int Points, double Helps, double Harms, double Futile, double Rounds)
{
    /// <summary>How often it finds any effect.</summary>
    public double Finds => Helps + Harms;
}

/// <summary>False findings where the spec does nothing, and true ones where it does something, for runs of one size and for runs that may stop early.</summary>
internal static class ErrorStudy
{
    private static readonly int[] Looked = [1, 3, 5];

    /// <summary>Runs that go to their end.</summary>
    public static IReadOnlyList<Answers> AtTheEnd(int runs) =>
    [
        .. from scenario in Scenario.All
           from bugs in new[] { 20, 30, 50 }
           from trials in new[] { 1, 3, 5 }
           select AtTheEnd(scenario, bugs, trials, runs),
    ];

    /// <summary>Runs that are looked at after rounds 1, 3 and 5.</summary>
    public static IReadOnlyList<Answers> Early(int runs) =>
    [
        .. from scenario in Scenario.All
           from bugs in new[] { 20, 30, 50 }
           from points in new[] { 0, 20, 30 }
           select Early(scenario, bugs, points, runs),
    ];

    private static Answers AtTheEnd(Scenario scenario, int bugs, int trials, int runs)
    {
        var cell = $"S {scenario.Spread}, τ {scenario.Noise}: {bugs} bugs, {trials} trials";
        int[] clusters = [.. Enumerable.Repeat(1, bugs)];
        var sums = Cells.Sum($"null {cell}", runs, 2, (assistant, counted) =>
        {
            var arms = assistant.Run(scenario, clusters, (0, trials), (0, trials));
            var lift = Estimates.OfDifference(PairedBug.Of(arms[0], arms[1]));
            counted[0] += lift.Low > 0 ? 1 : 0;
            counted[1] += lift.High < 0 ? 1 : 0;
        });
        return new(cell, 0, sums[0] / runs, sums[1] / runs, 0, trials);
    }

    private static Answers Early(Scenario scenario, int bugs, int points, int runs)
    {
        var cell = $"S {scenario.Spread}, τ {scenario.Noise}: {bugs} bugs, looks after rounds 1, 3, 5";
        var effect = scenario.EffectFor(points / 100.0);
        var sums = Cells.Sum($"{points} {cell}", runs, 4, (assistant, counted) =>
        {
            var look = Follow(scenario, bugs, effect, assistant);
            counted[0] += look.Decision == LookDecision.Helps ? 1 : 0;
            counted[1] += look.Decision == LookDecision.Harms ? 1 : 0;
            counted[2] += look.Decision == LookDecision.Futile ? 1 : 0;
            counted[3] += look.Round;
        });
        return new(cell, points, sums[0] / runs, sums[1] / runs, sums[2] / runs, sums[3] / runs);
    }

    private static Look Follow(Scenario scenario, int bugs, double effect, Assistant assistant)
    {
        var chances = new (double With, double Without)[bugs];
        for (var bug = 0; bug < bugs; bug++)
        {
            var difficulty = scenario.Level + (scenario.Spread * assistant.Normal());
            chances[bug] = (Scenario.Logistic(difficulty + effect + (scenario.Noise * assistant.Normal())), Scenario.Logistic(difficulty + (scenario.Noise * assistant.Normal())));
        }

        var (with, without) = (new int[bugs], new int[bugs]);
        for (var round = 1; ; round++)
        {
            for (var bug = 0; bug < bugs; bug++)
            {
                with[bug] += assistant.Succeeds(chances[bug].With) ? 1 : 0;
                without[bug] += assistant.Succeeds(chances[bug].Without) ? 1 : 0;
            }

            if (!Looked.Contains(round))
                continue;
            IReadOnlyList<PairedBug> pairs = [.. chances.Select((_, bug) => new PairedBug(Value(bug, with[bug], round), Value(bug, without[bug], round)))];
            var look = Look.At(pairs, round, Looked);
            if (look.Decision != LookDecision.GoOn)
                return look;
        }
    }

    private static BugValue Value(int bug, int successes, int rounds) => new($"{bug:000}", $"{bug:000}", (double)successes / rounds, rounds);
}
