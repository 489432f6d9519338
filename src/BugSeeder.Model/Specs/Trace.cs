using System.Text.Json.Serialization;

namespace BugSeeder.Model.Specs;

/// <summary>What kind of evidence links a clause to code, a test or a bug; the numbers are those of docs/trace.md.</summary>
public enum TraceTier
{
    /// <summary>The clause's identifier in an attribute, comment, test trait, test name or traceability matrix.</summary>
    Identifier = 1,

    /// <summary>A witness, or a test, that maps to the clause by identifier, scenario title or example.</summary>
    Witness = 2,

    /// <summary>A literal, enum member, exception, message or key that stands in the clause, and a symbol or unit with it.</summary>
    Value = 3,

    /// <summary>The clause names the member or its type.</summary>
    Symbol = 4,

    /// <summary>The clause names the file or its folder.</summary>
    Path = 5,

    /// <summary>The clause's lines and the code's were changed in one commit.</summary>
    Commit = 6,

    /// <summary>Words in common, weighed by how rare they are. Never decides alone.</summary>
    Words = 7,
}

/// <summary>One reason to link a clause to something.</summary>
/// <param name="Tier">Its kind.</param>
/// <param name="Weight">How much it weighs, 0 to 1: a guess at how often such evidence is right.</param>
/// <param name="Reason">What was found, in a few words.</param>
public sealed record Evidence(TraceTier Tier, double Weight, string Reason);

/// <summary>How sure a link is.</summary>
public enum LinkStrength
{
    /// <summary>Under <see cref="Link.WeakFrom"/>: no link.</summary>
    None,

    /// <summary>From <see cref="Link.WeakFrom"/>.</summary>
    Weak,

    /// <summary>From <see cref="Link.StrongFrom"/>.</summary>
    Strong,
}

/// <summary>A link from a clause to a member, a test or a bug, with its evidence.</summary>
/// <param name="Clause">The clause's id.</param>
/// <param name="Section">The id of the section that it stands in.</param>
/// <param name="To">A member as <c>Namespace.Type.Member</c>, a test as <c>Namespace.Class.Method</c>, or a bug's id.</param>
/// <param name="Weight">How sure it is, 0 to 1.</param>
/// <param name="Evidence">What it rests on; one piece a tier, the heaviest.</param>
public sealed record Link(string Clause, string Section, string To, double Weight, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>From here a link is weak; below there is none.</summary>
    public const double WeakFrom = 0.4;

    /// <summary>From here a link is strong.</summary>
    public const double StrongFrom = 0.8;

    /// <summary>How sure it is, in words.</summary>
    public LinkStrength Strength => Weight >= StrongFrom ? LinkStrength.Strong : Weight >= WeakFrom ? LinkStrength.Weak : LinkStrength.None;

    /// <summary>A strong link through what the clause itself states: an identifier, a witness or a value.</summary>
    public bool IsStated => Strength == LinkStrength.Strong && Evidence.Any(evidence => evidence.Tier <= TraceTier.Value);

    /// <summary>Noisy-or: the chance that not all of the evidence is wrong (Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, 4.3.2).</summary>
    public static double Combine(IEnumerable<Evidence> evidence) => 1 - evidence.Aggregate(1.0, (doubt, piece) => doubt * (1 - piece.Weight));
}

/// <summary>What the spec says about the behaviour that a bug breaks.</summary>
public enum BugStanding
{
    /// <summary>No clause is linked to it.</summary>
    Unspecified,

    /// <summary>Clauses are linked, but none states it.</summary>
    Implied,

    /// <summary>A clause states it.</summary>
    Stated,
}

/// <summary>A bug and the clauses it is linked to.</summary>
/// <param name="Bug">The bug's id.</param>
/// <param name="Standing">What the spec says about what it breaks.</param>
/// <param name="Links">Its links, the surest first; what is under <see cref="Link.WeakFrom"/> is not there.</param>
public sealed record BugTrace(string Bug, BugStanding Standing, IReadOnlyList<Link> Links)
{
    /// <summary>The clause that has all telling values of one of its witnesses: the spec pastes the hidden test; <see langword="null"/> where none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? QuotedBy { get; init; }

    /// <summary>What links make of a bug.</summary>
    public static BugTrace Of(string bug, IEnumerable<Link> links)
    {
        var sure = links.Where(link => link.Strength != LinkStrength.None).OrderByDescending(link => link.Weight).ThenBy(link => link.Clause, StringComparer.Ordinal).ToList();
        var standing = sure.Exists(link => link.IsStated) ? BugStanding.Stated : sure.Count > 0 ? BugStanding.Implied : BugStanding.Unspecified;
        return new(bug, standing, sure);
    }
}

/// <summary>What links one spec variant to the code, the tests and the bugs of a bank. Frozen before a run, so that results cannot shape it.</summary>
/// <param name="SchemaVersion">The version of this record's form.</param>
/// <param name="ToolVersion">The version of BugSeeder.</param>
/// <param name="SpecHash">Which text it is of.</param>
/// <param name="TargetTree">Which state of the target it is of.</param>
/// <param name="BankHash">Which bank its bugs are of; empty without one.</param>
/// <param name="Members">Links to members of the product.</param>
/// <param name="Tests">Links to tests.</param>
/// <param name="Bugs">Each bug of the bank with its links.</param>
/// <param name="NeverMentioned">Public members of the product that no clause is linked to.</param>
public sealed record Trace(
    int SchemaVersion,
    string ToolVersion,
    string SpecHash,
    string TargetTree,
    string BankHash,
    IReadOnlyList<Link> Members,
    IReadOnlyList<Link> Tests,
    IReadOnlyList<BugTrace> Bugs,
    IReadOnlyList<string> NeverMentioned)
{
    /// <summary>The ids of the bugs that are linked to a clause of this section or of one in it.</summary>
    public IReadOnlyList<string> BugsOf(Section section)
    {
        var own = section.WithInner.Select(inner => inner.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Bugs.Where(bug => bug.Links.Any(link => own.Contains(link.Section))).Select(bug => bug.Bug)];
    }

    /// <summary>The trace of a bug; one without links where the bug is not known.</summary>
    public BugTrace Of(string bug) => Bugs.FirstOrDefault(trace => trace.Bug == bug) ?? new(bug, BugStanding.Unspecified, []);
}
