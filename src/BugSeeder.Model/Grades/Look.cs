using System.Collections.Concurrent;
using BugSeeder.Model.Statistics;
using MathNet.Numerics.Distributions;

namespace BugSeeder.Model.Grades;

/// <summary>What a look at a run that is still going on says.</summary>
public enum LookDecision
{
    /// <summary>Nothing is decided; the next rounds are worth running.</summary>
    GoOn,

    /// <summary>The spec helps: the repeated interval of the lift lies above 0.</summary>
    Helps,

    /// <summary>The spec harms: it lies below 0.</summary>
    Harms,

    /// <summary>Going on would hardly show anything, so the run may stop: inconclusive.</summary>
    Futile,

    /// <summary>The last look, and the interval includes 0: not shown to help.</summary>
    NotShown,
}

/// <summary>One look at the lift of a spec while trials are being collected round by round; a round is one trial of each bug in each arm.</summary>
/// <param name="Round">After which round.</param>
/// <param name="Planned">How many rounds there are at most.</param>
/// <param name="Lift">The lift, with an interval that holds 95 % over all looks together.</param>
/// <param name="Level">The level of this look's interval taken alone.</param>
/// <param name="Chance">How likely the last look is to show an effect if the trend goes on: 0 where no bug differs between the arms, <see langword="null"/> where all differ alike.</param>
/// <param name="Decision">What it says.</param>
public sealed record Look(int Round, int Planned, Estimate Lift, double Level, double? Chance, LookDecision Decision)
{
    /// <summary>Under this chance of showing anything a run is stopped.</summary>
    public const double FutileChance = 0.10;

    /// <summary>Before the second look too little is known to give up.</summary>
    private const int FirstFutileLook = 1;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<double>> Known = new(StringComparer.Ordinal);

    /// <summary>The look after a round.</summary>
    /// <param name="pairs">The bugs so far.</param>
    /// <param name="round">The round, one of <paramref name="looks"/>.</param>
    /// <param name="looks">The rounds after which is looked, rising; the last is the end.</param>
    internal static Look At(IReadOnlyList<PairedBug> pairs, int round, IReadOnlyList<int> looks)
    {
        var place = looks.Index().First(look => look.Item == round).Index;
        var bounds = Known.GetOrAdd(string.Join(',', looks), _ => Looks.Bounds([.. looks.Select(look => (double)look / looks[^1])], 1 - Interval.Level));
        var level = 1 - (2 * Normal.CDF(0, 1, -bounds[place]));
        var lift = Estimates.OfDifference(pairs, level);
        var chance = ChanceOf(pairs, round, looks[^1], bounds[^1]);
        var decision = lift switch
        {
            { Low: > 0 } => LookDecision.Helps,
            { High: < 0 } => LookDecision.Harms,
            _ when round == looks[^1] => LookDecision.NotShown,
            _ when place >= FirstFutileLook && chance < FutileChance => LookDecision.Futile,
            _ => LookDecision.GoOn,
        };
        return new(round, looks[^1], lift, level, chance, decision);
    }

    private static double? ChanceOf(IReadOnlyList<PairedBug> pairs, int round, int last, double bound)
    {
        // No bug fares better or worse with the spec so far, such as where an assistant mends nothing: that trend leads nowhere.
        if (pairs.Count > 0 && pairs.All(static pair => pair.Difference == 0))
            return 0;
        IReadOnlyList<ClusterSum> sums = [.. pairs.GroupBy(static pair => pair.Cluster, StringComparer.Ordinal).Select(static group => new ClusterSum(group.Sum(static pair => pair.Difference), group.Count()))];
        return RobustMean.Of([.. sums]) is { Error: > 0 } mean ? Looks.Chance(mean.Value / mean.Error, Share(pairs, round, last), bound) : null;
    }

    /// <summary>
    /// Which share of all information is in. More rounds take away the wavering within bugs and not the difference between them, so it is more than the share of
    /// the rounds, and the bounds, which are made for that share, err to the safe side.
    /// </summary>
    private static double Share(IReadOnlyList<PairedBug> pairs, int round, int last)
    {
        var least = (double)round / last;
        if (pairs.Any(static pair => pair.With.Trials < 2 || pair.Without.Trials < 2))
            return least;
        var mean = pairs.Average(static pair => pair.Difference);
        var all = pairs.Sum(pair => Math.Pow(pair.Difference - mean, 2)) / Math.Max(1, pairs.Count - 1);
        var within = pairs.Average(static pair => Wavering(pair.With) + Wavering(pair.Without));
        var between = Math.Max(0, all - within);
        return within <= 0 ? 1 : Math.Clamp((between + (within * least)) / (between + within), least, 1);
    }

    private static double Wavering(BugValue value) => value.Mean * (1 - value.Mean) / (value.Trials - 1);
}
