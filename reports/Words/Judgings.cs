using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;

namespace BugSeeder.Reports.Words;

/// <summary>How the assistants' work was judged, in words.</summary>
internal static class Judgings
{
    /// <summary>The whole run in a sentence.</summary>
    public static string Summary(RunReport report)
    {
        var all = Of(report);
        if (all.Count == 0)
            return "by the real build";
        var confirmed = all.Count(judging => judging.Confirmed is not null);
        var agreed = all.Count(judging => judging.Confirmed == true);
        return $"{Fast(all)} of {all.Count} trials compiled in memory and tested in a fresh process, {Count(all, JudgingRoute.Build) - (confirmed - agreed)} by the real build, {Count(all, JudgingRoute.Nothing)} needed neither; "
            + (confirmed == 0 ? "none of the fast ones was confirmed by the real build" : $"of the fast ones {confirmed} were scored again by the real build, and {agreed} of these agree");
    }

    /// <summary>One trial in a sentence; <see langword="null"/> where its record does not say.</summary>
    public static string? Of(Score? score) => score?.Judging is not { } judging ? null : judging.Route switch
    {
        JudgingRoute.Nothing => "Nothing had to be built or tested.",
        JudgingRoute.Fast => $"Judged fast: {judging.Reason}.{(judging.Confirmed == true ? " The real build agrees." : "")}",
        JudgingRoute.Build => $"Judged by the real build: {judging.Reason}.",
        _ => throw new InvalidOperationException($"No such route: {judging.Route}"),
    };

    /// <summary>What every scored trial rests on.</summary>
    public static IReadOnlyList<Judging> Of(RunReport report) => [.. report.Trials.Select(trial => trial.Score?.Judging).OfType<Judging>()];

    /// <summary>Trials that were judged fast, those included that the real build then contradicted.</summary>
    public static int Fast(IReadOnlyList<Judging> all) => all.Count(judging => judging.Route == JudgingRoute.Fast || judging.Confirmed == false);

    private static int Count(IReadOnlyList<Judging> all, JudgingRoute route) => all.Count(judging => judging.Route == route);
}
