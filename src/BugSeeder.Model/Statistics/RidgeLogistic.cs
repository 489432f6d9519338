using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace BugSeeder.Model.Statistics;

/// <summary>
/// Logistic regression with a ridge, for yes-no features of which few are on at a time (le Cessie and van Houwelingen, "Ridge estimators in logistic regression",
/// Appl. Statist. 41:191, 1992). The ridge keeps coefficients finite where an outcome never varies: without it a bug that is always fixed would have an infinite one.
/// </summary>
/// <param name="Coefficients">The coefficients, in logits.</param>
/// <param name="Errors">Their standard errors, from the curvature of the penalised likelihood.</param>
internal sealed record RidgeLogistic(IReadOnlyList<double> Coefficients, IReadOnlyList<double> Errors)
{
    private const int MostSteps = 50;

    /// <summary>Fits by Newton's method with halved steps.</summary>
    /// <param name="rows">For each trial, the features that are on.</param>
    /// <param name="outcomes">For each trial, its outcome from 0 to 1.</param>
    /// <param name="penalties">For each feature, one over the variance that its coefficient is believed to have beforehand; above 0.</param>
    public static RidgeLogistic Fit(IReadOnlyList<int[]> rows, IReadOnlyList<double> outcomes, IReadOnlyList<double> penalties)
    {
        var found = new double[penalties.Count];
        var worth = Worth(rows, outcomes, penalties, found);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, curvature) = Derivatives(rows, outcomes, penalties, found);
            var direction = curvature.Solve(Vector<double>.Build.Dense(gradient));
            var (next, nextWorth) = (found, worth);
            for (var length = 1.0; length > 1e-4; length /= 2)
            {
                double[] tried = [.. found.Select((value, place) => value + (length * direction[place]))];
                var triedWorth = Worth(rows, outcomes, penalties, tried);
                if (triedWorth < worth)
                    continue;
                (next, nextWorth) = (tried, triedWorth);
                break;
            }

            var isThere = nextWorth - worth < 1e-9;
            (found, worth) = (next, nextWorth);
            if (isThere)
                break;
        }

        var inverse = Derivatives(rows, outcomes, penalties, found).Curvature.Solve(Matrix<double>.Build.DenseIdentity(found.Length));
        return new(found, [.. inverse.Diagonal().Select(Math.Sqrt)]);
    }

    /// <summary>The probability that features with this sum of coefficients stand for.</summary>
    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double Worth(IReadOnlyList<int[]> rows, IReadOnlyList<double> outcomes, IReadOnlyList<double> penalties, double[] at)
    {
        var worth = 0.0;
        for (var row = 0; row < rows.Count; row++)
        {
            var logit = Logit(rows[row], at);
            worth += (outcomes[row] * logit) - (Math.Max(logit, 0) + Math.Log(1 + Math.Exp(-Math.Abs(logit))));
        }

        for (var place = 0; place < at.Length; place++)
            worth -= penalties[place] * at[place] * at[place] / 2;
        return worth;
    }

    private static (double[] Gradient, Cholesky<double> Curvature) Derivatives(IReadOnlyList<int[]> rows, IReadOnlyList<double> outcomes, IReadOnlyList<double> penalties, double[] at)
    {
        double[] gradient = [.. at.Select((value, place) => -penalties[place] * value)];
        var curvature = Matrix<double>.Build.DenseDiagonal(at.Length, at.Length, place => penalties[place]);
        for (var row = 0; row < rows.Count; row++)
        {
            var on = rows[row];
            var probability = Probability(Logit(on, at));
            var weight = probability * (1 - probability);
            foreach (var one in on)
            {
                gradient[one] += outcomes[row] - probability;
                foreach (var other in on)
                    curvature.At(one, other, curvature.At(one, other) + weight);
            }
        }

        return (gradient, curvature.Cholesky());
    }

    private static double Logit(int[] on, double[] at)
    {
        var logit = 0.0;
        foreach (var place in on)
            logit += at[place];
        return logit;
    }
}
