using BugSeeder.Model.Bugs;

namespace BugSeeder.Seeding;

/// <summary>Makes one seed of two or three that tests notice: in one member, or in members that a test has in common.</summary>
internal static class Combinations
{
    /// <summary>What combined seeds name as their mutator.</summary>
    public const string Mutator = "combination";

    /// <summary>The combination of seeds that do not touch each other.</summary>
    /// <param name="parts">The seeds.</param>
    /// <param name="kind">The class it counts for: that of one of them.</param>
    public static Seed Of(IReadOnlyList<Seed> parts, BugClass kind)
    {
        var ordered = parts.OrderBy(part => part.Place.File, StringComparer.Ordinal).ThenBy(part => part.Place.Line).ToList();
        var edits = ordered.SelectMany(part => part.Edits).Distinct().OrderBy(edit => edit.File, StringComparer.Ordinal).ThenBy(edit => edit.Start).ToList();
        var places = ordered.Select(part => part.Place).ToList();
        var mistakes = ordered.Select(part => part.Mistake).Distinct(StringComparer.Ordinal).ToList();
        return new(
            Seeder.IdOf(edits), SeedSource.Combination, Mutator, kind,
            [.. ordered.SelectMany(part => part.Traits).Distinct().Order()],
            mistakes.Count == 1 ? $"{(parts.Count == 2 ? "Twice" : "Three times")} the same mistake: {mistakes[0]}" : $"{(parts.Count == 2 ? "Two" : "Three")} mistakes at once: {string.Join(' ', mistakes)}",
            edits, places[0])
        {
            Shape = Hunks.ShapeOf(places),
            Places = places,
            Parts = [.. ordered.Select(part => new SeedPart(part.Id, part.Mutator, part.Class, part.Mistake, part.Place))],
        };
    }

    /// <summary>
    /// The shape that two seeds would have together; null where they are no bug of one behaviour. In one member two always are; elsewhere a test must notice
    /// both, and at least one unchanged line must stand between them.
    /// </summary>
    public static BugShape? ShapeOf(ProvenSeed first, ProvenSeed second)
    {
        var (one, two) = (first.Seed.Place, second.Seed.Place);
        if ((one.File == two.File && one.Line <= two.EndLine + 1 && two.Line <= one.EndLine + 1) || first.Seed.Edits.Any(edit => second.Seed.Edits.Any(other => Touch(edit, other))))
            return null;
        return one.File == two.File && one.Member == two.Member ? BugShape.SeveralHunks
            : !first.SharesWitnessWith(second) ? null
            : one.File == two.File ? BugShape.AcrossMembers
            : BugShape.AcrossFiles;
    }

    /// <summary>Whether nothing unchanged stands between two edits. Of statements that are removed, two may take the same blank line along, which is in neither one's place.</summary>
    private static bool Touch(TextEdit one, TextEdit two) =>
        one.File == two.File && one.Start <= two.Start + two.Original.Length && two.Start <= one.Start + one.Original.Length;

    /// <summary>Whether a seed may be part of a combination.</summary>
    public static bool MayBePart(Seed seed) => seed.Shape == BugShape.OneHunk && seed.Source is not (SeedSource.History or SeedSource.Hand or SeedSource.Combination);

    /// <summary>
    /// Why a combination is less than the sum of its parts; null when it is not. Each part is noticed alone, so mending all but one leaves a failing test.
    /// Together, too, each part must make a test fail that it fails alone: a part that another one hides is none.
    /// </summary>
    public static string? Hidden(IReadOnlyList<string> witnesses, IEnumerable<ProvenSeed> parts) =>
        parts.FirstOrDefault(part => !part.Witnesses.Any(witness => witnesses.Contains(witness, StringComparer.Ordinal))) is { } hidden
            ? $"no witness of the part {hidden.Seed.Id} fails, so another part hides it"
            : null;
}
