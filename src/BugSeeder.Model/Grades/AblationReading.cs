using BugSeeder.Model.Bugs;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>What leaving sections out of a spec showed of one assistant.</summary>
/// <param name="Assistant">The assistant.</param>
/// <param name="Trials">How many trials with sections left out were scored.</param>
/// <param name="Planned">How many there are in all.</param>
/// <param name="Bugs">On how many bugs.</param>
/// <param name="Sections">What was found of each section that could be left out.</param>
/// <param name="WithoutClause">The clean-fix rate without the clauses behind each bug minus that with the whole spec, over the bugs that have both: it must lie below 0.</param>
/// <param name="NotMeasured">Of the bugs fixed cleanly under the whole spec, those fixed without their clauses too: the grade does not measure those clauses.</param>
public sealed record AblationReading(
    string Assistant,
    int Trials,
    int Planned,
    int Bugs,
    IReadOnlyList<SectionFinding> Sections,
    Estimate WithoutClause,
    IReadOnlyList<string> NotMeasured)
{
    /// <summary>Reads the trials of a spec.</summary>
    /// <param name="lots">The trials that were drawn.</param>
    /// <param name="briefing">The arm with the whole spec.</param>
    /// <param name="trials">The finished trials of all arms.</param>
    /// <param name="bugs">The bugs, for which belong together.</param>
    public static IReadOnlyList<AblationReading> Of(AblationLots lots, string briefing, IReadOnlyList<TrialReport> trials, IReadOnlyList<Bug> bugs) =>
    [
        .. trials.Where(trial => trial.Challenge.Kind == SubjectKind.Bug && trial.Score?.Measures.GetValueOrDefault(MeasureId.CleanFix)?.Value is not null)
            .GroupBy(static trial => trial.Observation.Trial.Assistant, StringComparer.Ordinal).OrderBy(static assistant => assistant.Key, StringComparer.Ordinal)
            .Select(assistant => Of(assistant.Key, lots, briefing, assistant.ToLookup(static trial => trial.Challenge.Briefing.Name, StringComparer.Ordinal), Clusters.Of(bugs)))
            .Where(static reading => reading.Trials > 0 || reading.WithoutClause.N > 0),
    ];

    private static AblationReading Of(string assistant, AblationLots lots, string briefing, ILookup<string, TrialReport> arms, Clusters clusters)
    {
        var ablated = arms[Briefing.AblatedOf(briefing)].ToList();
        var tried = ablated.Select(static trial => trial.Challenge.Bug).ToHashSet(StringComparer.Ordinal);
        List<AblationTrial> all = [.. ablated.Concat(arms[briefing].Where(trial => tried.Contains(trial.Challenge.Bug))).Select(static trial => new AblationTrial(
            trial.Challenge.Bug, (trial.Challenge.Briefing.LeftOut ?? []).ToHashSet(StringComparer.Ordinal), trial.Score!.Measures[MeasureId.CleanFix].IsYes ? 1 : 0))];
        var sections = lots.Sections.Select(static section => section.Id).ToList();
        IReadOnlyList<BugValue> Values(string arm) => BugValue.Of(arms[arm].Select(static trial => trial.Score!), MeasureCatalogue.Of(MeasureId.CleanFix), clusters);
        var without = PairedBug.Of(Values(Briefing.WithoutClauseOf(briefing)), Values(briefing));
        return new(
            assistant, ablated.Count, lots.Lots.Count, tried.Count, ablated.Count == 0 ? [] : SectionEffects.Of(all, sections, lots.Links),
            Estimates.OfDifference(without), [.. without.Where(static pair => pair.Without.Mean >= SectionReading.CaughtFrom && pair.With.Mean >= SectionReading.CaughtFrom).Select(static pair => pair.With.Bug)]);
    }
}
