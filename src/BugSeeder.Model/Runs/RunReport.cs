using System.Text.Json.Serialization;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Runs;

/// <summary>A run with all that a report shows of it.</summary>
/// <param name="Run">What was run.</param>
/// <param name="Bank">The bank it drew from.</param>
/// <param name="Bugs">The run's bugs, those of its controls included, with their patches.</param>
/// <param name="Trials">Every finished trial.</param>
/// <param name="Arms">Each assistant under each briefing.</param>
/// <param name="Grade">What the scores say about the spec.</param>
/// <param name="Planned">How many trials the run has in all; more than there are trials when it was stopped.</param>
public sealed record RunReport(
    RunRecord Run,
    Bank Bank,
    IReadOnlyList<BugReport> Bugs,
    IReadOnlyList<TrialReport> Trials,
    IReadOnlyList<Arm> Arms,
    Grade Grade,
    int Planned)
{
    /// <summary>The spec variants with what the run shows of them; empty for a run that did not study them.</summary>
    public IReadOnlyList<SpecReading> Specs { get; init; } = [];

    /// <summary>The bugs of the sealed half, which reports show in sums only: a spec that is written to single bugs is good for these alone.</summary>
    [JsonIgnore]
    public IReadOnlySet<string> Sealed { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

/// <summary>A bug and how it was planted.</summary>
/// <param name="Bug">The bug.</param>
/// <param name="Patch">From the original to the planted version, as a unified diff.</param>
public sealed record BugReport(Bug Bug, string Patch);

/// <summary>A trial with its evidence and its score.</summary>
/// <param name="Challenge">What the assistant was given.</param>
/// <param name="Observation">What came back.</param>
/// <param name="Score">What it shows; <see langword="null"/> for outcomes that are never scored.</param>
/// <param name="Patch">What the assistant changed, as a unified diff; empty when nothing.</param>
/// <param name="Prompt">The prompt it was given.</param>
/// <param name="Transcript">What happened in between.</param>
public sealed record TrialReport(
    Challenge Challenge,
    Observation Observation,
    Score? Score,
    string Patch,
    string Prompt,
    Transcript Transcript)
{
    /// <summary>What all attempts cost together, in US dollars; <see langword="null"/> where nothing says it.</summary>
    public decimal? CostUsd => CostSince(0);

    /// <summary>What the attempts after the first so many cost together, in US dollars; <see langword="null"/> where nothing says it.</summary>
    public decimal? CostSince(int attempts) => Observation.Failed.Skip(attempts).Select(attempt => attempt.CostUsd).Append(Transcript.Usage?.CostUsd)
        .Aggregate((decimal?)null, (sum, cost) => cost is null ? sum : (sum ?? 0) + cost);
}
