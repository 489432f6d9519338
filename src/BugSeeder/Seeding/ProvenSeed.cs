using BugSeeder.Model.Bugs;

namespace BugSeeder.Seeding;

/// <summary>A seed that tests notice.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Witnesses">The tests that fail because of it, in ordinal order.</param>
/// <param name="Difficulty">How hard it should be.</param>
internal sealed record ProvenSeed(Seed Seed, IReadOnlyList<string> Witnesses, BugDifficulty Difficulty)
{
    /// <summary>Whether both are in the same members and noticed by the same tests: whoever has one of them has learned nothing new from the other.</summary>
    public bool IsDuplicateOf(ProvenSeed other) =>
        Witnesses.SequenceEqual(other.Witnesses, StringComparer.Ordinal) && Members.SetEquals(other.Members);

    /// <summary>Whether a test notices both.</summary>
    public bool SharesWitnessWith(ProvenSeed other) => Witnesses.Any(witness => other.Witnesses.Contains(witness, StringComparer.Ordinal));

    /// <summary>Whether both change a line.</summary>
    public bool Overlaps(ProvenSeed other) => Overlaps(other.Seed);

    /// <summary>Whether both change a line.</summary>
    public bool Overlaps(Seed other) => Seed.AllPlaces.Any(place => other.AllPlaces.Any(theirs => Hunks.Overlap(place, theirs)));

    private HashSet<string> Members => Seed.AllPlaces.Select(place => place.Member).ToHashSet(StringComparer.Ordinal);
}
