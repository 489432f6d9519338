using BugSeeder.Model.Statistics;

namespace BugSeeder.Model.Specs;

/// <summary>How well inferred links agree with those that people wrote down.</summary>
/// <param name="Kind">What is linked: tests or bugs.</param>
/// <param name="Subjects">How many of them have a known answer.</param>
/// <param name="HitAt1">The share whose surest clause is a right one.</param>
/// <param name="HitAt3">The share of which one of the three surest clauses is a right one.</param>
/// <param name="Precision">The share of links that are right, of those that are weak or strong.</param>
/// <param name="StrongPrecision">The share of strong links that are right.</param>
/// <param name="Recall">The share of right links that were found.</param>
/// <param name="Tiers">The share that is right of the links that each tier takes part in.</param>
/// <param name="Baseline">What much simpler ways would do.</param>
public sealed record TraceAccuracy(string Kind, int Subjects, Share HitAt1, Share HitAt3, Share Precision, Share StrongPrecision, Share Recall, IReadOnlyList<TierAccuracy> Tiers, TraceBaseline Baseline);

/// <summary>What much simpler ways would do.</summary>
/// <param name="WordsAt1">How often the clause with the most words in common (BM25) is a right one.</param>
/// <param name="WordsAt3">How often one of the three with the most is.</param>
/// <param name="ChanceAt3">How often one of three clauses drawn by lot would be, from 0 to 1.</param>
public sealed record TraceBaseline(Share WordsAt1, Share WordsAt3, double ChanceAt3);

/// <summary>How often links are right that evidence of a tier takes part in.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Precision">The share that is right.</param>
public sealed record TierAccuracy(TraceTier Tier, Share Precision);

/// <summary>A share with its 95 % interval (Wilson 1927), which takes the counted things as independent.</summary>
/// <param name="Yes">How many.</param>
/// <param name="N">Of how many.</param>
/// <param name="Low">The interval's lower end; <see langword="null"/> of nothing.</param>
/// <param name="High">The interval's upper end; <see langword="null"/> of nothing.</param>
public sealed record Share(int Yes, int N, double? Low, double? High)
{
    /// <summary>The share itself; <see langword="null"/> of nothing.</summary>
    public double? Value => N == 0 ? null : (double)Yes / N;

    /// <summary>A share with its interval.</summary>
    public static Share Of(int yes, int n)
    {
        if (n == 0)
            return new(0, 0, null, null);
        var interval = Wilson.Interval(yes, n);
        return new(yes, n, interval.Low, interval.High);
    }
}
