using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>How an interval was made.</summary>
public enum IntervalMethod
{
    /// <summary>There is no interval: nothing was observed, or what was does not bound the figure.</summary>
    None,

    /// <summary>Wilson's score interval: one yes or no per bug.</summary>
    Wilson,

    /// <summary>Bootstrap-t over clusters of bugs that share a member or a good part of their witnesses.</summary>
    ClusterBootstrapT,

    /// <summary>Newcombe's square-and-add interval for a paired difference of proportions, one trial each.</summary>
    NewcombePaired,

    /// <summary>Wilson's score interval with the n that a cluster-robust variance stands for.</summary>
    RobustWilson,

    /// <summary>Square-and-add of two such intervals with the correlation of the arms, for a paired difference.</summary>
    RobustPaired,

    /// <summary>Student's t with a cluster-robust variance and its degrees of freedom.</summary>
    RobustT,

    /// <summary>Fieller's set for a ratio of two means, with cluster-robust variances.</summary>
    Fieller,

    /// <summary>Square-and-add without a correlation, for the difference of two figures from different bugs.</summary>
    SquareAndAdd,

    /// <summary>For "this bank only": the variance of repeated trials, the bugs taken as all there are.</summary>
    WithinBugs,
}

/// <summary>A figure with its uncertainty and its n.</summary>
/// <param name="Value">The estimate; <see langword="null"/> when nothing was observed.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end of its 95 % interval.</param>
/// <param name="N">How many bugs (or controls) it rests on; trials of one bug are averaged first.</param>
/// <param name="Method">How the interval was made.</param>
public sealed record Estimate(double? Value, double? Low, double? High, int N, IntervalMethod Method)
{
    /// <summary>Nothing was observed.</summary>
    public static Estimate Nothing { get; } = new(null, null, null, 0, IntervalMethod.None);
}

/// <summary>One assistant under one briefing.</summary>
/// <param name="Assistant">The assistant's name.</param>
/// <param name="Briefing">The briefing's name.</param>
/// <param name="Measures">Each measure with its interval.</param>
/// <param name="Outcomes">How the trials ended, those that are never scored included.</param>
public sealed record Arm(
    string Assistant,
    string Briefing,
    IReadOnlyDictionary<MeasureId, Estimate> Measures,
    IReadOnlyDictionary<TrialOutcome, int> Outcomes)
{
    /// <summary>What it shows beyond its single measures.</summary>
    public ArmFigures Figures { get; init; } = ArmFigures.Nothing;
}

/// <summary>What a spec adds over no spec, bug by bug.</summary>
/// <param name="Assistant">The assistant's name.</param>
/// <param name="Briefing">The arm with the spec.</param>
/// <param name="CleanFix">Clean-fix rate with the spec minus without, over the bugs that both arms have.</param>
/// <param name="Verdict">What this lift alone says about the spec.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record Lift(string Assistant, string Briefing, Estimate CleanFix, GradeVerdict Verdict, string Reason)
{
    /// <summary>All that is known of the spec beside its lift.</summary>
    public SpecFigures Figures { get; init; } = SpecFigures.Nothing;
}

/// <summary>What can be said about the spec.</summary>
public enum GradeVerdict
{
    /// <summary>Too few bugs, an arm is missing, or the assistant knew the answers.</summary>
    Ungraded,

    /// <summary>The interval of the lift includes 0.</summary>
    NotShownToHelp,

    /// <summary>The interval of the lift lies above 0.</summary>
    Helps,

    /// <summary>The interval of the lift lies below 0.</summary>
    Harms,

    /// <summary>Not even everything explained by hand is shown to help: these bugs tell no spec from another.</summary>
    DoNotDiscriminate,

    /// <summary>The run was stopped, or is not at its end, with neither shown.</summary>
    Inconclusive,
}

/// <summary>What can be said about one spec variant, over all assistants that worked from it.</summary>
/// <param name="Briefing">The arm with the spec.</param>
/// <param name="Verdict">The least favourable verdict of its lifts that count; those of reference assistants do not.</param>
/// <param name="Reason">Why, in a sentence or two.</param>
/// <param name="Letter">The letter of the lift that decides; <see langword="null"/> where it has none.</param>
public sealed record SpecVerdict(string Briefing, GradeVerdict Verdict, string Reason, LetterGrade? Letter);

/// <summary>What the scores say about the spec, or about each of several, with its uncertainty.</summary>
/// <param name="Verdict">The least favourable verdict of the specs; with one spec it is that spec's.</param>
/// <param name="Reason">Why, spec by spec, in a sentence or two each.</param>
/// <param name="Lifts">The lift of each assistant and spec, by assistant and then by spec; those of reference assistants included.</param>
public sealed record Grade(GradeVerdict Verdict, string Reason, IReadOnlyList<Lift> Lifts)
{
    /// <summary>The verdict on each spec variant by itself, by name; empty where nothing was scored that says anything about a spec.</summary>
    public IReadOnlyList<SpecVerdict> Specs { get; init; } = [];

    /// <summary>The letter of the spec whose verdict this is; <see langword="null"/> where it has none.</summary>
    public LetterGrade? Letter { get; init; }
}
