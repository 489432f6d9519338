namespace BugSeeder.Model.Statistics;

/// <summary>What a paired design can show.</summary>
public static class Power
{
    /// <summary>
    /// Bugs that are needed for 80 % power at the 5 % level (two-sided paired t on per-bug means), by effect in points and trials per bug, from simulation:
    /// logistic per-bug difficulty with spread 1.2–2.6 and arm noise 0.5–0.9. The upper end of the three scenarios, so that no more is promised than holds in all of them.
    /// </summary>
    private static readonly (int Effect, (int Trials, int Bugs)[] Needs)[] Table =
    [
        (5, [(1, 1296), (3, 556), (5, 394), (10, 287)]),
        (10, [(1, 315), (3, 138), (5, 100), (10, 73)]),
        (20, [(1, 78), (3, 35), (5, 26), (10, 19)]),
    ];

    /// <summary>
    /// The smallest difference of two rates, in points, that so many bugs show. Between and beyond the simulated effects the need for bugs is taken to fall
    /// with the square of the effect, which is slightly cautious.
    /// </summary>
    /// <param name="bugs">How many bugs.</param>
    /// <param name="trials">How many trials of each under each arm.</param>
    /// <returns>Points, from 1 to 100; <see langword="null"/> when not even a difference of 100 points would show.</returns>
    public static int? SmallestEffect(int bugs, int trials)
    {
        for (var effect = 1; effect <= 100; effect++)
        {
            if (Needed(effect, trials) <= bugs)
                return effect;
        }

        return null;
    }

    private static double Needed(int effect, int trials)
    {
        var anchor = Table.MinBy(entry => Math.Abs(Math.Log((double)entry.Effect / effect)));
        var needs = anchor.Needs.Last(need => need.Trials <= Math.Max(1, trials)).Bugs;
        return Math.Max(6, needs * Math.Pow((double)anchor.Effect / effect, 2));
    }
}
