using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>What each level of help adds over trying again with the spec alone.</summary>
/// <param name="spec">The arms.</param>
internal sealed class HelpClimb(SpecArms spec)
{
    /// <summary>The levels that were tried, in their order.</summary>
    public IEnumerable<HelpStep> Steps()
    {
        var again = spec.Values(Briefing.AgainOf(spec.Briefing), MeasureId.CleanFix);
        foreach (var level in Briefing.Between)
        {
            var solved = spec.Values(Briefing.HelpedOf(spec.Briefing, level), MeasureId.CleanFix);
            if (solved.Count == 0)
                continue;
            var same = PairedBug.Of(solved, again);
            yield return new(level, Estimates.OfRate(solved), Estimates.OfRate([.. same.Select(static pair => pair.Without)]), Estimates.OfDifference(same));
        }
    }
}
