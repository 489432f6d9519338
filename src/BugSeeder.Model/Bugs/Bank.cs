using System.Text.Json.Serialization;
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

    /// <summary>How many places each mutator proposed, by its id.</summary>
    public IReadOnlyDictionary<string, int> ProposedBy { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Where it has fewer or more of a class or shape than its mix wants, or bugs that hang together more than they should, and why.</summary>
    public IReadOnlyList<MixMiss> Misses { get; init; } = [];

    /// <summary>How many proven seeds were left out because the bank has a bug in the same member with the same witnesses.</summary>
    public int Merged { get; init; }

    /// <summary>What was found in the target's past; <see langword="null"/> where it was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HistoryYield? History { get; init; }
}

/// <summary>Something that a bank has another number of than was wanted.</summary>
/// <param name="Kind">The class or shape, or <see cref="IndependentBugs"/>.</param>
/// <param name="Wanted">How many were wanted.</param>
/// <param name="Reached">How many there are.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record MixMiss(string Kind, int Wanted, int Reached, string Reason)
{
    /// <summary>The effective number of clusters: see <see cref="BankClusters.Effective"/>.</summary>
    public const string IndependentBugs = "IndependentBugs";
}

/// <summary>What became of the commits of a target's past.</summary>
/// <param name="Walked">Commits that were looked at.</param>
/// <param name="Fixes">Commits whose message says that something was fixed, and that touch product and test code.</param>
/// <param name="Applicable">Fixes that can be taken out of today's code, so that it still compiles.</param>
/// <param name="Seeds">Seeds made of them; a fix may give several.</param>
/// <param name="Dropped">How many fixes were dropped, by reason.</param>
public sealed record HistoryYield(int Walked, int Fixes, int Applicable, int Seeds, IReadOnlyDictionary<string, int> Dropped);
