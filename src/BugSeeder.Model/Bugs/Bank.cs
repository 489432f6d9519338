using BugSeeder.Model.Targets;

namespace BugSeeder.Model.Bugs;

/// <summary>A frozen set of bugs for one target. It holds no time and no path of a machine: the same inputs make the same bytes.</summary>
public sealed record Bank
{
    /// <summary>The version of this record's form.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>The version of BugSeeder that made it.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The code it was made for.</summary>
    public required TargetIdentity Target { get; init; }

    /// <summary>The number that sampling started from.</summary>
    public required long SeedNumber { get; init; }

    /// <summary>The name of the mix that was asked for.</summary>
    public required string Mix { get; init; }

    /// <summary>How many bugs were asked for.</summary>
    public required int Requested { get; init; }

    /// <summary>How many places the mutators proposed.</summary>
    public required int Proposed { get; init; }

    /// <summary>How many seeds were judged before the bank was full.</summary>
    public required int Judged { get; init; }

    /// <summary>Whether comments and XML docs beside a bug are kept.</summary>
    public required bool KeepsComments { get; init; }

    /// <summary>What the target's tests say before anything is changed.</summary>
    public required Baseline Baseline { get; init; }

    /// <summary>How many bugs of each class it has.</summary>
    public required IReadOnlyDictionary<BugClass, int> Reached { get; init; }

    /// <summary>The ids of its bugs, in their order.</summary>
    public required IReadOnlyList<string> Bugs { get; init; }
}
