using System.Text.Json.Serialization;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Runs;

/// <summary>Everything needed to repeat a run.</summary>
public sealed record RunRecord
{
    /// <summary>The version of this record's form.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>The run's name, which is also its folder.</summary>
    public required string Id { get; init; }

    /// <summary>The version of BugSeeder.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>When it was started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The code it ran on.</summary>
    public required TargetIdentity Target { get; init; }

    /// <summary>The bank's name.</summary>
    public required string Bank { get; init; }

    /// <summary>SHA-256 of the bank's files: another hash is another bank.</summary>
    public required string BankHash { get; init; }

    /// <summary>The number that the choice of bugs and controls started from.</summary>
    public required long SeedNumber { get; init; }

    /// <summary>The chosen bugs, in order.</summary>
    public required IReadOnlyList<string> Bugs { get; init; }

    /// <summary>The bugs whose undone workspaces serve as clean controls, in order.</summary>
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>Controls with a rewrite that looks suspicious and behaves the same, in order.</summary>
    public IReadOnlyList<Refactor> Refactors { get; init; } = [];

    /// <summary>The rounds after which the run is looked at and may stop; empty where it goes to its end in any case.</summary>
    public IReadOnlyList<int> Looks { get; init; } = [];

    /// <summary>Whether levels of help are climbed for what the spec does not solve.</summary>
    public bool Climbs { get; init; }

    /// <summary>That and how sections are left out to see what each does; <see langword="null"/> where they are not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Grades.Ablation? Ablation { get; init; }

    /// <summary>The half of the bank that the bugs are of; <see langword="null"/> for both.</summary>
    public Grades.BankHalf? Half { get; init; }

    /// <summary>How often each challenge is tried.</summary>
    public required int Repetitions { get; init; }

    /// <summary>The assistants.</summary>
    public required IReadOnlyList<AssistantRecord> Assistants { get; init; }

    /// <summary>The briefings, <c>none</c> first.</summary>
    public required IReadOnlyList<Briefing> Briefings { get; init; }

    /// <summary>The text of each spec variant, by the path the user named.</summary>
    public required IReadOnlyDictionary<string, string> Specs { get; init; }

    /// <summary>Files left out of every workspace because they restate the spec, with the reason.</summary>
    public required IReadOnlyDictionary<string, string> LeftOut { get; init; }

    /// <summary>What shut the assistants in; <see langword="null"/> where nothing did, as in a run of reference assistants, which need none.</summary>
    public Confinement? Confinement { get; init; }

    /// <summary>How each test project is run, and why.</summary>
    public required IReadOnlyList<string> TestRoutes { get; init; }

    /// <summary>What an assistant may use in a trial.</summary>
    public required TrialLimits Limits { get; init; }

    /// <summary>What one start of the run may use.</summary>
    public RunLimits RunLimits { get; init; } = RunLimits.None;

    /// <summary>Globs of files that the user wants left out of every workspace.</summary>
    public required IReadOnlyList<string> LeaveOut { get; init; }

    /// <summary>Globs of files that an assistant may change without drifting.</summary>
    public required IReadOnlyList<string> MayChange { get; init; }

    /// <summary>How far fast verdicts are checked. Runs of versions that did not say so have none.</summary>
    public ConfirmPolicy Confirm { get; init; } = ConfirmPolicy.All;

    /// <summary>MSBuild properties that the target was built with.</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }
}

/// <summary>A rewrite that looks suspicious and behaves the same, proven by the tests.</summary>
/// <param name="Bug">The bug whose undone workspace carries it.</param>
/// <param name="Rewrite">What was rewritten, in a sentence.</param>
/// <param name="Edits">The edits to the original.</param>
public sealed record Refactor(string Bug, string Rewrite, IReadOnlyList<Bugs.TextEdit> Edits);

/// <summary>What an assistant may use in a trial.</summary>
/// <param name="TimeSeconds">Wall time, in seconds.</param>
/// <param name="IdleSeconds">How long it may print nothing, in seconds.</param>
/// <param name="OutputBytes">Bytes on each of standard output and standard error.</param>
/// <param name="Turns">Turns, where the assistant can be told; <see langword="null"/> for no limit.</param>
/// <param name="CostUsd">US dollars, where the assistant can be told; <see langword="null"/> for no limit.</param>
public sealed record TrialLimits(double TimeSeconds, double IdleSeconds, long OutputBytes, int? Turns, decimal? CostUsd)
{
    /// <summary>Tokens of all kinds together; <see langword="null"/> for no limit.</summary>
    public long? Tokens { get; init; }
}

/// <summary>An assistant as it was found.</summary>
/// <param name="Name">Its name in arms and reports.</param>
/// <param name="Kind">Which adapter drives it.</param>
/// <param name="Version">What it says its version is; <see langword="null"/> when it does not.</param>
public sealed record AssistantRecord(string Name, string Kind, string? Version);
