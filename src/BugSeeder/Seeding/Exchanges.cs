using BugSeeder.Model.Bugs;

namespace BugSeeder.Seeding;

/// <summary>
/// What a bank tries last where it has more bugs of one hunk than it should, and fewer of other shapes: one of those bugs together with something that waits, in its own
/// place. The bank's classes and traits stay as they are, and its bugs hang together no more than they may.
/// </summary>
/// <param name="quota">How many of each class and shape are wanted.</param>
/// <param name="combining">Knows what was tried.</param>
/// <param name="wanted">How many bugs the bank shall have.</param>
internal sealed class Exchanges(Quota quota, Combining combining, int wanted)
{
    /// <summary>A bug is tried with so many others for each shape; more would only cost time.</summary>
    private const int MostPartners = 4;

    private readonly Dictionary<string, ProvenSeed> open = new(StringComparer.Ordinal);

    /// <summary>Combinations to try, no part twice; empty where the bank has its shapes, or nothing is left to try.</summary>
    /// <param name="bugs">The bank's bugs.</param>
    /// <param name="waiting">What tests notice and the bank has not.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="entanglement">How far the bank's bugs hang together.</param>
    public IReadOnlyList<Seed> Next(IReadOnlyList<ProvenSeed> bugs, IReadOnlyList<ProvenSeed> waiting, int most, int entanglement)
    {
        var (made, taken) = (new List<Seed>(), new HashSet<string>(StringComparer.Ordinal));
        var partners = waiting.Where(other => Combinations.MayBePart(other.Seed) && !bugs.Any(other.Overlaps)).ToList();
        foreach (var shape in Combining.Shapes.Where(shape => quota.Lack(shape) > 0))
        {
            var room = Math.Min(most - made.Count, Math.Min(quota.Lack(shape), -quota.Lack(BugShape.OneHunk)));
            foreach (var bug in bugs.Where(bug => Combinations.MayBePart(bug.Seed) && !taken.Contains(bug.Seed.Id)))
            {
                if (room <= 0)
                    break;
                if (With(bug, shape, bugs, partners.Where(other => !taken.Contains(other.Seed.Id)), entanglement) is not var (seed, other))
                    continue;
                open[seed.Id] = bug;
                made.Add(seed);
                taken.UnionWith([bug.Seed.Id, other.Seed.Id]);
                room--;
            }
        }

        return made;
    }

    /// <summary>The bug that a combination is to take the place of, or took; <see langword="null"/> where the combination is none of ours.</summary>
    public ProvenSeed? BugIn(Seed combination) => open.GetValueOrDefault(combination.Id);

    private (Seed Seed, ProvenSeed Other)? With(ProvenSeed bug, BugShape shape, IReadOnlyList<ProvenSeed> bugs, IEnumerable<ProvenSeed> partners, int entanglement)
    {
        var others = partners.Where(other => Combinations.ShapeOf(bug, other) == shape).OrderBy(other => other.SharesWitnessWith(bug) ? 0 : 1).Take(MostPartners).ToList();
        if (others.Count == 0)
            return null;
        var without = new Independence(wanted);
        without.Has([.. bugs.Where(other => other != bug)]);
        foreach (var other in others.Where(other => without.AllowsInstead(entanglement, bug, other)))
        {
            if (combining.Try([bug, other], bug.Seed.Class) is { } seed)
                return (seed, other);
        }

        return null;
    }
}
