namespace BugSeeder.Model.Specs;

/// <summary>What can be said of a section without leaving it out: how its bugs fared. Whether it helped is for ablation to say.</summary>
public enum SectionLabel
{
    /// <summary>No bug of the run is linked to it.</summary>
    NeverExercised,

    /// <summary>Fewer bugs than <see cref="SectionReading.EnoughBugs"/> are linked to it.</summary>
    TooFewBugs,

    /// <summary>Most of its bugs were missed.</summary>
    Missed,

    /// <summary>At least half of its bugs were fixed cleanly.</summary>
    Caught,
}

/// <summary>How the bugs of a section fared under the spec.</summary>
/// <param name="Section">The section's id.</param>
/// <param name="Label">What that comes to.</param>
/// <param name="Share">Those that were caught, of all that were tried.</param>
/// <param name="Caught">The ids of bugs fixed cleanly in at least half of their trials.</param>
/// <param name="Missed">The ids of the others.</param>
public sealed record SectionReading(string Section, SectionLabel Label, Share Share, IReadOnlyList<string> Caught, IReadOnlyList<string> Missed)
{
    /// <summary>From so many bugs on a section is labelled.</summary>
    public const int EnoughBugs = 3;

    /// <summary>A bug is caught from this clean-fix rate on.</summary>
    public const double CaughtFrom = 0.5;

    /// <summary>How the bugs of every section fared; a section speaks for those in it.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="trace">Its links.</param>
    /// <param name="rates">The clean-fix rate under this spec of each bug that was tried.</param>
    public static IReadOnlyList<SectionReading> Of(Spec spec, Trace trace, IReadOnlyDictionary<string, double> rates) =>
    [
        .. spec.AllSections.Select(section =>
        {
            var tried = trace.BugsOf(section).Where(rates.ContainsKey).ToList();
            var (caught, missed) = (tried.Where(bug => rates[bug] >= CaughtFrom).ToList(), tried.Where(bug => rates[bug] < CaughtFrom).ToList());
            var label = tried.Count == 0 ? SectionLabel.NeverExercised : tried.Count < EnoughBugs ? SectionLabel.TooFewBugs : missed.Count > caught.Count ? SectionLabel.Missed : SectionLabel.Caught;
            return new SectionReading(section.Id, label, Share.Of(caught.Count, tried.Count), caught, missed);
        }),
    ];
}
