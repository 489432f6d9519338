using BugSeeder.Model.Statistics;

namespace BugSeeder.Bench.Tells;

/// <summary>How often a classifier said rightly which of two versions is planted.</summary>
/// <param name="Places">How many places it was asked about.</param>
/// <param name="Right">How many it got right; where it saw no difference, half.</param>
/// <param name="Undecided">How many looked the same to it.</param>
/// <param name="Share">Its accuracy; 0.5 is chance.</param>
/// <param name="Low">The lower end of the accuracy's 95 % interval (Wilson 1927).</param>
/// <param name="High">The upper end.</param>
/// <param name="Weights">What it went by: each feature's weight over all places, per standard deviation.</param>
internal sealed record TellResult(int Places, double Right, int Undecided, double Share, double Low, double High, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>Whether chance explains it.</summary>
    public bool IsAtChance => Low <= 0.5 && 0.5 <= High;
}

/// <summary>
/// Sees two versions of a place, unlabelled, and says which is planted: logistic regression on the difference of their features, without a constant, so
/// that swapping the versions swaps the answer. Cross-validated by file: it is asked only about files that it has not learned from.
/// </summary>
internal static class PairClassifier
{
    private const int Folds = 10;
    private const int Steps = 400;
    private const double Penalty = 0.01;

    /// <summary>Learns and asks.</summary>
    /// <param name="names">The features' names.</param>
    /// <param name="pairs">For each place its file, and the features of the planted version minus those of the original.</param>
    public static TellResult Judge(IReadOnlyList<string> names, IReadOnlyList<(string File, double[] Difference)> pairs)
    {
        var files = pairs.Select(pair => pair.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var (right, undecided) = (0.0, 0);
        for (var fold = 0; fold < Math.Min(Folds, files.Count); fold++)
        {
            var held = files.Where((_, index) => index % Folds == fold).ToHashSet(StringComparer.Ordinal);
            var weights = Learn(names.Count, [.. pairs.Where(pair => !held.Contains(pair.File)).Select(pair => pair.Difference)]);
            foreach (var (_, difference) in pairs.Where(pair => held.Contains(pair.File)))
            {
                var answer = Dot(weights, difference);
                right += answer > 0 ? 1 : answer == 0 ? 0.5 : 0;
                undecided += answer == 0 ? 1 : 0;
            }
        }

        var all = Learn(names.Count, [.. pairs.Select(pair => pair.Difference)]);
        var scales = Scales(names.Count, [.. pairs.Select(pair => pair.Difference)]);
        var interval = Wilson.Interval(right, pairs.Count);
        return new(
            pairs.Count, right, undecided, right / pairs.Count, interval.Low, interval.High,
            names.Select((name, index) => (name, Weight: Math.Round(all[index] * scales[index], 3))).Where(weight => weight.Weight != 0).OrderByDescending(weight => Math.Abs(weight.Weight)).ToDictionary(weight => weight.name, weight => weight.Weight, StringComparer.Ordinal));
    }

    /// <summary>Weights by gradient descent on the penalised logistic loss. A feature that never differs keeps no weight.</summary>
    private static double[] Learn(int count, IReadOnlyList<double[]> differences)
    {
        var scales = Scales(count, differences);
        var weights = new double[count];
        for (var step = 0; step < Steps && differences.Count > 0; step++)
        {
            var slope = new double[count];
            foreach (var difference in differences)
            {
                var answer = 0.0;
                for (var index = 0; index < count; index++)
                    answer += weights[index] * Scaled(difference[index], scales[index]);
                var miss = 1 / (1 + Math.Exp(answer));
                for (var index = 0; index < count; index++)
                    slope[index] += miss * Scaled(difference[index], scales[index]);
            }

            for (var index = 0; index < count; index++)
                weights[index] += (slope[index] / differences.Count) - (Penalty * weights[index]);
        }

        return [.. weights.Select((weight, index) => scales[index] > 0 ? weight / scales[index] : 0)];
    }

    private static double Scaled(double value, double scale) => scale > 0 ? value / scale : 0;

    private static double[] Scales(int count, IReadOnlyList<double[]> differences) =>
        [.. Enumerable.Range(0, count).Select(index => Math.Sqrt(differences.Sum(difference => difference[index] * difference[index]) / Math.Max(1, differences.Count)))];

    private static double Dot(double[] weights, double[] difference) => weights.Zip(difference, (weight, value) => weight * value).Sum();
}
