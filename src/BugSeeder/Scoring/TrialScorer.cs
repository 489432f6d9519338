using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;

namespace BugSeeder.Scoring;

/// <summary>
/// Scores trials fast where that can be done, and those that are to be confirmed a second time by the real build. Where the two differ, the real build's
/// score stands, and the difference is kept in it.
/// </summary>
/// <param name="build">The target's own build and tests.</param>
/// <param name="fast">The fast way; <see langword="null"/> where there is none.</param>
/// <param name="whyBuilt">Why there is no fast way.</param>
/// <param name="confirmed">The trials that are scored twice.</param>
/// <param name="code">The target's code.</param>
/// <param name="baseline">Which tests' word counts.</param>
/// <param name="mayChange">Files that may be changed without drifting.</param>
internal sealed class TrialScorer(ITreeJudge build, IFastTests? fast, string whyBuilt, IReadOnlySet<TrialKey> confirmed, TargetCode code, Baseline baseline, IReadOnlyList<string> mayChange)
{
    private readonly FastJudge? judge = fast is null ? null : new(build, fast);

    /// <summary>What was known of the specs before the run; without it, what a claim cites cannot be judged.</summary>
    public IReadOnlyList<SpecStudy> Studies { get; init; } = [];

    /// <summary>Scores one trial. Outcomes that are never scored must not come here.</summary>
    public async Task<Score> ScoreAsync(Evidence evidence, CancellationToken cancellationToken)
    {
        if (judge is null)
        {
            var score = await ScorerOn(build).ScoreAsync(evidence, cancellationToken);
            return score with { Judging = new(evidence.IsBug ? JudgingRoute.Build : JudgingRoute.Nothing, evidence.IsBug ? whyBuilt : "nothing had to be built or tested", null, []) };
        }

        var watched = new WatchedJudge(judge);
        var first = await ScorerOn(watched).ScoreAsync(evidence, cancellationToken);
        var judging = watched.Judging;
        return judging.Route == JudgingRoute.Fast && confirmed.Contains(evidence.Observation.Trial)
            ? await ConfirmAsync(evidence, first, judging, cancellationToken)
            : first with { Judging = judging };
    }

    private async Task<Score> ConfirmAsync(Evidence evidence, Score first, Judging judging, CancellationToken cancellationToken)
    {
        var second = await ScorerOn(build).ScoreAsync(evidence, cancellationToken);
        var differing = first.Measures.Keys.Union(second.Measures.Keys).Order()
            .Where(measure => first.Measures.GetValueOrDefault(measure)?.Value != second.Measures.GetValueOrDefault(measure)?.Value)
            .Select(measure => $"{MeasureCatalogue.Of(measure).Title}: fast {Shown(first, measure)}; real build {Shown(second, measure)}")
            .ToList();
        return differing.Count == 0
            ? first with { Judging = judging with { Confirmed = true } }
            : second with { Judging = new(JudgingRoute.Build, "it was judged fast, and the real build says otherwise", false, differing) };
    }

    private static string Shown(Score score, MeasureId measure) =>
        score.Measures.GetValueOrDefault(measure) is { } found ? $"{found.Value?.ToString() ?? "not observable"} ({found.Reason})" : "none";

    private Scorer ScorerOn(ITreeJudge judge) => new(judge, code, baseline, mayChange) { Studies = Studies };
}
