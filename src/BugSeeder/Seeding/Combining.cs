using BugSeeder.Model.Bugs;

namespace BugSeeder.Seeding;

/// <summary>Which of the seeds that tests notice are tried together, so that a bank has bugs of every shape.</summary>
/// <param name="quota">How many of each class and shape are wanted.</param>
internal sealed class Combining(Quota quota)
{
    /// <summary>Every so many combinations one has three parts.</summary>
    private const int ThreePartsEvery = 5;

    /// <summary>A seed is paired with so many of those that came last; more would only cost time.</summary>
    private const int MostPartners = 100;

    private readonly List<Pair> pairs = [];
    private readonly HashSet<string> tried = new(StringComparer.Ordinal);

    private sealed record Pair(ProvenSeed First, ProvenSeed Second, BugShape Shape, bool IsOneBehaviour);

    /// <summary>How many combinations were tried.</summary>
    public int Tried => tried.Count;

    /// <summary>The shapes that take several seeds, the rarest first.</summary>
    public static IReadOnlyList<BugShape> Shapes { get; } = [BugShape.AcrossFiles, BugShape.AcrossMembers, BugShape.SeveralHunks];

    /// <summary>Pairs a seed with what waits already.</summary>
    public void PairWith(IEnumerable<ProvenSeed> waiting, ProvenSeed bug)
    {
        if (!Combinations.MayBePart(bug.Seed))
            return;
        foreach (var other in waiting.Where(other => Combinations.MayBePart(other.Seed)).TakeLast(MostPartners))
        {
            if (Combinations.ShapeOf(other, bug) is { } shape)
                pairs.Add(new(other, bug, shape, other.SharesWitnessWith(bug)));
        }
    }

    /// <summary>Combinations of what waits, in shapes that are lacking; no part twice in a batch.</summary>
    /// <param name="free">What waits and may still be planted.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="fits">Whether a bug of these parts may join the bank.</param>
    /// <param name="uses">How often seeds of a file were judged.</param>
    public IReadOnlyList<Seed> Next(IReadOnlyCollection<ProvenSeed> free, int most, Predicate<ProvenSeed[]> fits, Func<string, int> uses)
    {
        var (made, taken) = (new List<Seed>(), new HashSet<string>(StringComparer.Ordinal));
        var known = free.ToHashSet<ProvenSeed>(ReferenceEqualityComparer.Instance);
        pairs.RemoveAll(pair => !known.Contains(pair.First) || !known.Contains(pair.Second));
        foreach (var shape in Shapes)
        {
            var room = Math.Min(quota.Lack(shape), most - made.Count);
            foreach (var pair in Ordered(shape, uses))
            {
                if (room <= 0)
                    break;
                if (taken.Contains(pair.First.Seed.Id) || taken.Contains(pair.Second.Seed.Id) || !fits([pair.First, pair.Second]))
                    continue;
                ProvenSeed[] parts = Tried % ThreePartsEvery == ThreePartsEvery - 1 && Third(pair, free, taken, fits) is { } third ? [pair.First, pair.Second, third] : [pair.First, pair.Second];
                if (Try(parts, quota.Neediest(parts.Select(part => part.Seed.Class))) is not { } seed)
                    continue;
                made.Add(seed);
                taken.UnionWith(parts.Select(part => part.Seed.Id));
                room--;
            }
        }

        return made;
    }

    /// <summary>The combination of some seeds; <see langword="null"/> where it was tried before.</summary>
    /// <param name="parts">The seeds.</param>
    /// <param name="kind">The class it counts for.</param>
    public Seed? Try(IEnumerable<ProvenSeed> parts, BugClass kind)
    {
        var seed = Combinations.Of([.. parts.Select(part => part.Seed)], kind);
        return tried.Add(seed.Id) ? seed : null;
    }

    /// <summary>Pairs that make this shape, those with a witness in common first: they are one behaviour.</summary>
    private IEnumerable<Pair> Ordered(BugShape shape, Func<string, int> uses) =>
        pairs.Where(pair => pair.Shape == shape && (quota.Lack(pair.First.Seed.Class) > 0 || quota.Lack(pair.Second.Seed.Class) > 0))
            .OrderBy(pair => pair.IsOneBehaviour ? 0 : 1)
            .ThenBy(pair => uses(pair.First.Seed.Place.File) + uses(pair.Second.Seed.Place.File));

    private static ProvenSeed? Third(Pair pair, IEnumerable<ProvenSeed> free, HashSet<string> taken, Predicate<ProvenSeed[]> fits) =>
        free.FirstOrDefault(other => other != pair.First && other != pair.Second && !taken.Contains(other.Seed.Id) && Combinations.MayBePart(other.Seed)
            && Combinations.ShapeOf(pair.First, other) == pair.Shape && Combinations.ShapeOf(pair.Second, other) == pair.Shape && fits([pair.First, pair.Second, other]));
}
