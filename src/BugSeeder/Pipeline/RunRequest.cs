using BugSeeder.Assisting;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Specs;

namespace BugSeeder.Pipeline;

/// <summary>What to run.</summary>
/// <param name="Target">The target's folder.</param>
/// <param name="Settings">How the target is built and tested.</param>
/// <param name="Bank">The bank's name; <see langword="null"/> for the only one there is.</param>
/// <param name="Assistants">The assistants.</param>
/// <param name="Specs">Paths of the spec variants; empty for the arm <c>none</c> alone.</param>
/// <param name="LeaveOut">Globs of files that restate the spec.</param>
/// <param name="MayChange">Globs of files that may be changed without drifting.</param>
/// <param name="Bugs">How many bugs.</param>
/// <param name="Controls">How many controls; every second one carries a rewrite, where one can be proven.</param>
/// <param name="Repetitions">How often each challenge is tried.</param>
/// <param name="SeedNumber">The number that the choice of bugs starts from.</param>
/// <param name="Limits">What an assistant may use in a trial.</param>
/// <param name="Parallel">How many trees are judged, and trials run, at once.</param>
public sealed record RunRequest(
    string Target,
    TargetSettings Settings,
    string? Bank,
    IReadOnlyList<IAssistant> Assistants,
    IReadOnlyList<string> Specs,
    IReadOnlyList<string> LeaveOut,
    IReadOnlyList<string> MayChange,
    int Bugs,
    int Controls,
    int Repetitions,
    long SeedNumber,
    AssistantLimits Limits,
    int Parallel)
{
    /// <summary>A traceability matrix, relative to the target; <see langword="null"/> without one.</summary>
    public string? Matrix { get; init; }

    /// <summary>How much rules of the spec check matter, where it is not their own word.</summary>
    public IReadOnlyDictionary<string, FindingSeverity> Severities { get; init; } = new Dictionary<string, FindingSeverity>();

    /// <summary>What this start of the run may use.</summary>
    public RunLimits RunLimits { get; init; } = RunLimits.None;

    /// <summary>How often a trial is tried again after a fault that is not the assistant's.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How long the run may wait at a provider's rate limit until something gets through.</summary>
    public TimeSpan RateLimitPatience { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How assistants are shut in. Reference assistants are ours and need no wall.</summary>
    public ConfinementSettings Confinement { get; init; } = new();

    /// <summary>How far fast verdicts on the assistants' work are checked by the real build.</summary>
    public ConfirmPolicy Confirm { get; init; }

    /// <summary>Whether everything is explained on all bugs once, which gap closure and the letter take.</summary>
    public bool Full { get; init; }

    /// <summary>Whether levels of help are climbed for what a spec does not solve.</summary>
    public bool Climbs { get; init; }

    /// <summary>Whether a placebo of each spec is an arm too.</summary>
    public bool HasPlacebo { get; init; }

    /// <summary>That and how sections are left out to see what each does; <see langword="null"/> where they are not.</summary>
    public Ablation? Ablation { get; init; }

    /// <summary>The rounds after which the run is looked at and may stop; empty where it goes to its end in any case.</summary>
    public IReadOnlyList<int> Looks { get; init; } = [];

    /// <summary>The half of the bank that bugs are chosen from; <see langword="null"/> for both.</summary>
    public BankHalf? Half { get; init; }
}

/// <summary>How many trials a request comes to, and what they can show.</summary>
/// <param name="Trials">Trials in all.</param>
/// <param name="Bugs">Bugs.</param>
/// <param name="Controls">Clean controls.</param>
/// <param name="Briefings">The names of the briefings.</param>
/// <param name="Assistants">The names of the assistants.</param>
/// <param name="SmallestEffect">The smallest difference of clean-fix rates between two arms, in points, that such a run shows with 80 % power at the 5 % level; <see langword="null"/> when none can be shown.</param>
/// <param name="LongestHours">The longest that the trials can take, if each used up its time limit.</param>
/// <param name="LargestCostUsd">The most that the trials can cost, if each used up its budget; <see langword="null"/> without a budget.</param>
public sealed record RunPlan(int Trials, int Bugs, int Controls, IReadOnlyList<string> Briefings, IReadOnlyList<string> Assistants, int? SmallestEffect, double LongestHours, decimal? LargestCostUsd)
{
    /// <summary>How many of the trials leave parts of a spec out.</summary>
    public int AblationTrials { get; init; }

    /// <summary>Whether that many are the most there can be: which bugs a section is linked to is not known before its spec was traced.</summary>
    public bool AblationIsAtMost { get; init; }

    /// <summary>What the trials can be expected to cost, by what earlier trials of these assistants cost; <see langword="null"/> where one of them has none.</summary>
    public decimal? ExpectedCostUsd { get; init; }

    /// <summary>How long they can be expected to take, in hours; <see langword="null"/> where an assistant has no earlier trials.</summary>
    public double? ExpectedHours { get; init; }

    /// <summary>What the expectation rests on, or why there is none.</summary>
    public required string ExpectedFrom { get; init; }
}
