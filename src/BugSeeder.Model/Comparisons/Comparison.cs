using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;

namespace BugSeeder.Model.Comparisons;

/// <summary>One arm of one run.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Assistant">The assistant.</param>
/// <param name="Briefing">The briefing.</param>
public sealed record ComparedArm(string Run, string Assistant, string Briefing);

/// <summary>What two arms compared show.</summary>
public enum ComparisonVerdict
{
    /// <summary>Too few bugs, or none with a result in both.</summary>
    Ungraded,

    /// <summary>The second fixes more: the interval of the difference lies above 0.</summary>
    Better,

    /// <summary>The second fixes less: it lies below 0.</summary>
    Worse,

    /// <summary>The interval includes 0: no difference was shown, which is not the same as none.</summary>
    NoDifferenceShown,
}

/// <summary>Two arms compared; all differences are the second minus the first.</summary>
/// <param name="First">The arm before, or on the left.</param>
/// <param name="Second">The arm after, or on the right.</param>
/// <param name="Verdict">What it shows.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="IsPaired">Whether the same bugs were compared, one by one; otherwise the bugs are two samples, and the interval is wider for it.</param>
/// <param name="Shared">How many bugs both have.</param>
/// <param name="OnlyFirst">How many bugs only the first has; left out where bugs are compared one by one.</param>
/// <param name="OnlySecond">How many only the second has.</param>
/// <param name="Before">The first's clean-fix rate, over the bugs that are compared.</param>
/// <param name="After">The second's.</param>
/// <param name="CleanFix">The difference of clean-fix rates.</param>
/// <param name="OverNone">The difference of lifts, where both runs have an arm without a spec: what is left once the assistant's own change is taken away.</param>
/// <param name="Changes">The other measures.</param>
/// <param name="Classes">Clean fixes by class of bug.</param>
/// <param name="Savings">What the second costs for each thing that the first costs.</param>
/// <param name="Flips">The bugs that went over from one side of half to the other; those of the sealed half are not among them.</param>
public sealed record Comparison(
    ComparedArm First,
    ComparedArm Second,
    ComparisonVerdict Verdict,
    string Reason,
    bool IsPaired,
    int Shared,
    int OnlyFirst,
    int OnlySecond,
    Estimate Before,
    Estimate After,
    Estimate CleanFix,
    Estimate OverNone,
    IReadOnlyList<MeasureChange> Changes,
    IReadOnlyList<ClassChange> Classes,
    IReadOnlyList<Saving> Savings,
    IReadOnlyList<Flip> Flips)
{
    /// <summary>Clean fixes by section of the second arm's spec, or of the first's where the second has none.</summary>
    public IReadOnlyList<SectionChange> Sections { get; init; } = [];

    /// <summary>How many bugs of the sealed half flipped; they are not named.</summary>
    public int SealedFlips { get; init; }
}

/// <summary>The difference of clean-fix rates over the bugs linked to one section.</summary>
/// <param name="Section">The section's id.</param>
/// <param name="Title">Its heading.</param>
/// <param name="CleanFix">The difference.</param>
/// <param name="P">The p-value, adjusted over sections.</param>
/// <param name="IsFinding">Whether it is a finding at a false-discovery share of 10 %.</param>
public sealed record SectionChange(string Section, string Title, Estimate CleanFix, double P, bool IsFinding);

/// <summary>The difference of clean-fix rates over the bugs of one class.</summary>
/// <param name="Class">The class.</param>
/// <param name="CleanFix">The difference.</param>
/// <param name="P">The p-value, adjusted over classes.</param>
/// <param name="IsFinding">Whether it is a finding at a false-discovery share of 10 %.</param>
public sealed record ClassChange(BugClass Class, Estimate CleanFix, double P, bool IsFinding);

/// <summary>A bug that the one arm mostly fixes and the other mostly does not.</summary>
/// <param name="Bug">Its id in the second run.</param>
/// <param name="Class">Its class.</param>
/// <param name="Mistake">The mistake in one sentence.</param>
/// <param name="Before">The first's clean-fix rate of it.</param>
/// <param name="After">The second's.</param>
public sealed record Flip(string Bug, BugClass Class, string Mistake, double Before, double After);
