using BugSeeder.Model.Bugs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>
/// From scores to arms and a grade. Pure and total: the same evidence in any order gives the same figures, and no evidence gives <see cref="GradeVerdict.Ungraded"/>.
/// </summary>
public static class Grading
{
    /// <summary>
    /// Each assistant under each briefing, by assistant, and <c>none</c> first. Every measure of the catalogue is there, with
    /// <see cref="Estimate.Nothing"/> where it was never observed. Trials of one bug are averaged first, and n counts bugs, or controls for measures on controls.
    /// Yes-no measures lie within 0 to 1; numbers have no interval where there is nothing to vary.
    /// </summary>
    /// <param name="scores">The scores. Those of trials whose observation is not to be scored are passed over.</param>
    /// <param name="observations">The finished trials, for how they ended. One whose challenge is not known is passed over.</param>
    /// <param name="challenges">What the trials were given: an observation does not say its briefing, and a trial that is never scored has nothing else that does.</param>
    /// <param name="bugs">The bugs, for which belong together. One that is not there is taken to be independent of all others.</param>
    public static IReadOnlyList<Arm> Arms(
        IReadOnlyList<Score> scores,
        IReadOnlyList<Observation> observations,
        IReadOnlyList<Challenge> challenges,
        IReadOnlyList<Bug> bugs)
    {
        var clusters = Clusters.Of(bugs);
        var scored = Scored(scores, observations).ToLookup(static score => (score.Trial.Assistant, score.Briefing));
        var briefings = challenges.DistinctBy(static challenge => challenge.Id).ToDictionary(static challenge => challenge.Id, static challenge => challenge.Briefing.Name);
        var confidence = observations.Where(static observation => observation.Claim?.Confidence is not null)
            .DistinctBy(static observation => observation.Trial).ToDictionary(static observation => observation.Trial, static observation => observation.Claim!.Confidence!.Value);
        var ended = observations
            .Where(observation => briefings.ContainsKey(observation.Trial.Challenge))
            .ToLookup(observation => (observation.Trial.Assistant, Briefing: briefings[observation.Trial.Challenge]));

        return
        [
            .. scored.Select(static arm => arm.Key)
                .Union(ended.Select(static arm => arm.Key))
                .OrderBy(static arm => arm.Assistant, StringComparer.Ordinal)
                .ThenBy(static arm => arm.Briefing != Briefing.None.Name)
                .ThenBy(static arm => arm.Briefing, StringComparer.Ordinal)
                .Select(arm => new Arm(arm.Assistant, arm.Briefing, Measures([.. scored[arm]], clusters), Outcomes(ended[arm]))
                {
                    Figures = ArmFiguring.Of([.. scored[arm]], clusters, confidence),
                }),
        ];
    }

    /// <summary>
    /// What the clean-fix rates say about the spec. The lift of each assistant and spec is judged alone; the verdict on a spec is the least favourable of its
    /// assistants': <see cref="GradeVerdict.Harms"/> if any lift shows harm, else <see cref="GradeVerdict.Ungraded"/> if any is, else
    /// <see cref="GradeVerdict.NotShownToHelp"/>, and <see cref="GradeVerdict.Helps"/> only if every lift shows it. So help needs no correction for several
    /// assistants (Berger, Technometrics 24:295, 1982), while k lifts can show harm by chance up to k times as often as one, 2.5 %. Several specs have a verdict
    /// each, an answer to a question of its own, and none is corrected for how many were asked; that one of k specs is better than another is for a comparison
    /// to show. The verdict over all of them is again the least favourable.
    /// </summary>
    /// <param name="scores">The scores. Those of trials whose observation is not to be scored are passed over.</param>
    /// <param name="observations">The finished trials.</param>
    /// <param name="bugs">The bugs, for which belong together.</param>
    /// <param name="references">Assistants that know the answers, such as the oracle: their lifts are shown and never graded.</param>
    /// <param name="looks">The rounds after which the run is looked at, so that it may stop early; <see langword="null"/> or empty where it is not. Lifts then have repeated intervals.</param>
    public static Grade Grade(
        IReadOnlyList<Score> scores,
        IReadOnlyList<Observation> observations,
        IReadOnlyList<Bug> bugs,
        IReadOnlySet<string> references,
        IReadOnlyList<int>? looks = null)
    {
        var scored = Scored(scores, observations);
        var lifts = Lifts.Of(scored, bugs, references, looks ?? []);
        return Verdicts.Overall(lifts, [.. scored.Select(static score => score.Trial.Assistant).Distinct(StringComparer.Ordinal)], references);
    }

    private static List<Score> Scored(IReadOnlyList<Score> scores, IReadOnlyList<Observation> observations)
    {
        var unscored = observations.Where(static observation => !observation.IsScored).Select(static observation => observation.Trial).ToHashSet();
        return [.. scores.Where(score => !unscored.Contains(score.Trial))];
    }

    private static SortedDictionary<MeasureId, Estimate> Measures(IReadOnlyList<Score> arm, Clusters clusters) =>
        new(MeasureCatalogue.All.ToDictionary(static measure => measure.Id, measure => EstimateOf(BugValue.Of(arm, measure, clusters), measure)));

    private static Estimate EstimateOf(IReadOnlyList<BugValue> bugs, MeasureDefinition measure) => measure switch
    {
        { Scale: MeasureScale.YesNo } => Estimates.OfRate(bugs),
        { Id: MeasureId.Brier or MeasureId.DriftShare } => Estimates.OfNumber(bugs, highest: 1),
        _ => Estimates.OfNumber(bugs, double.PositiveInfinity),
    };

    private static SortedDictionary<TrialOutcome, int> Outcomes(IEnumerable<Observation> ended) =>
        new(ended.CountBy(static observation => observation.Outcome).ToDictionary());
}
