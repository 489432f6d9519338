namespace BugSeeder.Model.Bugs;

/// <summary>What trials said of one bug.</summary>
/// <param name="Bug">The bug's id.</param>
/// <param name="Predicted">Its difficulty before any trial, between 0 and 1.</param>
/// <param name="Trials">How many trials were scored.</param>
/// <param name="Missed">In how many of them it was not fixed.</param>
public sealed record BugTrials(string Bug, double Predicted, int Trials, int Missed);

/// <summary>
/// Re-estimates difficulty from trials by empirical Bayes: a beta distribution around each bug's prediction, whose centre and strength are learned from
/// all bugs together, updated by the bug's own trials (Casella 1985; the beta-binomial model of Skellam 1948). A bug with few trials stays near its
/// prediction, one with many goes where its trials are; and a prediction that trials bear out counts for more.
/// </summary>
public static class DifficultyFromTrials
{
    private const double Edge = 0.001;

    /// <summary>How many trials a prediction may count for.</summary>
    private static readonly double[] Strengths = [1, 2, 4, 8, 16, 32, 64];

    /// <summary>The re-estimated difficulty of each bug, by its id: the share of trials, of the kind that there were, that would not fix it.</summary>
    public static IReadOnlyDictionary<string, double> Estimate(IReadOnlyCollection<BugTrials> bugs)
    {
        var shift = Shift(bugs);
        double Centre(BugTrials bug) => BugDifficulty.FromLogOdds(BugDifficulty.LogOdds(Math.Clamp(bug.Predicted, Edge, 1 - Edge)) + shift);
        var strength = Strengths.MaxBy(candidate => bugs.Sum(bug => LogLikelihood(bug, Centre(bug), candidate)));
        return bugs.ToDictionary(bug => bug.Bug, bug => Math.Round(((strength * Centre(bug)) + bug.Missed) / (strength + bug.Trials), 3), StringComparer.Ordinal);
    }

    /// <summary>How much harder or easier all bugs are for these assistants than was predicted, in log odds: predictions say which bug is harder, not how strong an assistant is.</summary>
    private static double Shift(IReadOnlyCollection<BugTrials> bugs)
    {
        double trials = bugs.Sum(bug => bug.Trials);
        if (trials == 0)
            return 0;
        // Half a trial each way, so that all or none does not send it to infinity.
        var share = (bugs.Sum(bug => bug.Missed) + 0.5) / (trials + 1);
        var (low, high) = (-12.0, 12.0);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            var expected = bugs.Sum(bug => bug.Trials * BugDifficulty.FromLogOdds(BugDifficulty.LogOdds(Math.Clamp(bug.Predicted, Edge, 1 - Edge)) + middle)) / trials;
            (low, high) = expected < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Log of the beta-binomial probability but for what does not depend on the strength.</summary>
    private static double LogLikelihood(BugTrials bug, double centre, double strength)
    {
        static double Rising(double from, int steps) => Enumerable.Range(0, steps).Sum(step => Math.Log(from + step));
        return Rising(strength * centre, bug.Missed) + Rising(strength * (1 - centre), bug.Trials - bug.Missed) - Rising(strength, bug.Trials);
    }
}
