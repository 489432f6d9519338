using BugSeeder.Model.Bugs;
using BugSeeder.Model.Statistics;

namespace BugSeeder.Seeding;

/// <summary>
/// Chooses which seeds to prove next so that the bugs come out in the shares of the mix, spread over members and mutators.
/// Everything depends on the seed number and on earlier verdicts in their order, and nothing on time: the same inputs give the same bank.
/// </summary>
internal sealed class SeedSampler
{
    /// <summary>How many seeds are out for judgement at once. A constant, so that a bank does not depend on the machine's cores.</summary>
    public const int BatchSize = 8;

    private readonly Dictionary<BugClass, List<Seed>> waiting;
    private readonly Dictionary<BugClass, int> quota;
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);
    private readonly List<Seed> accepted = [];
    private readonly List<Seed> spare = [];
    private readonly int wanted;

    public SeedSampler(IEnumerable<Seed> seeds, Mix mix, int wanted, long number)
    {
        this.wanted = wanted;
        var random = new SeededRandom(number);
        waiting = random.Shuffled(seeds).GroupBy(seed => seed.Class).ToDictionary(group => group.Key, group => group.ToList());
        quota = Quotas(mix, wanted);
    }

    /// <summary>Whether there are as many bugs as were wanted.</summary>
    public bool IsFull => accepted.Count >= wanted;

    /// <summary>The next seeds to judge; empty when the bank is full or nothing is left.</summary>
    public IReadOnlyList<Seed> NextBatch()
    {
        var batch = new List<Seed>();
        while (!IsFull && batch.Count < BatchSize && NextClass(batch) is { } next)
        {
            var seed = Take(next, batch);
            if (seed is not null)
                batch.Add(seed);
        }

        return batch;
    }

    /// <summary>Tells that a seed is a bug. It is not taken beyond what is wanted, nor beyond its class's share while another class can still have its own.</summary>
    /// <returns>Whether the seed is a bug of the bank now.</returns>
    public bool Accept(Seed seed)
    {
        if (IsFull || accepted.Any(other => Overlap(other, seed)))
            return false;
        if (!Lacks(seed.Class) && waiting.Any(other => other.Value.Count > 0 && Lacks(other.Key)))
        {
            spare.Add(seed);
            return false;
        }

        accepted.Add(seed);
        return true;
    }

    /// <summary>Bugs beyond their class's share, for a bank that would be short without them; to be asked when no more seeds are judged.</summary>
    public IEnumerable<Seed> TakeSpare()
    {
        foreach (var seed in spare.Where(seed => !IsFull && !accepted.Any(other => Overlap(other, seed))))
        {
            accepted.Add(seed);
            yield return seed;
        }
    }

    /// <summary>Whole numbers in the shares of the mix, by largest remainders.</summary>
    internal static Dictionary<BugClass, int> Quotas(Mix mix, int wanted)
    {
        var exact = mix.Shares.ToDictionary(share => share.Key, share => share.Value * wanted / 100.0);
        var quotas = exact.ToDictionary(share => share.Key, share => (int)share.Value);
        foreach (var (kind, _) in exact.OrderByDescending(share => share.Value - Math.Floor(share.Value)).ThenBy(share => share.Key).Take(wanted - quotas.Values.Sum()))
            quotas[kind]++;
        return quotas;
    }

    /// <summary>The class that lacks most of its share; where no class that lacks any has seeds left, the one that has most.</summary>
    private BugClass? NextClass(List<Seed> batch)
    {
        var open = waiting.Where(entry => entry.Value.Count > 0).Select(entry => entry.Key).ToList();
        if (open.Count == 0)
            return null;
        int Has(BugClass kind) => accepted.Count(seed => seed.Class == kind) + batch.Count(seed => seed.Class == kind);
        double Lack(BugClass kind) => quota.GetValueOrDefault(kind) - Has(kind);
        var lacking = open.Where(Lacks).ToList();
        return lacking.Count > 0
            ? lacking.OrderByDescending(kind => Lack(kind) / quota[kind]).ThenBy(kind => kind).First()
            : open.OrderByDescending(kind => quota.GetValueOrDefault(kind)).ThenByDescending(kind => waiting[kind].Count).ThenBy(kind => kind).First();
    }

    private bool Lacks(BugClass kind) => quota.GetValueOrDefault(kind) > accepted.Count(seed => seed.Class == kind);

    /// <summary>The first of the least used members and mutators that is not on a line which another bug or batch member has.</summary>
    private Seed? Take(BugClass kind, List<Seed> batch)
    {
        var list = waiting[kind];
        list.RemoveAll(seed => accepted.Any(other => Overlap(other, seed)));
        var choice = list.Where(seed => !batch.Any(other => Overlap(other, seed))).MinBy(Use) ?? list.MinBy(Use);
        if (choice is null)
            return null;
        list.Remove(choice);
        used[choice.Place.Member] = used.GetValueOrDefault(choice.Place.Member) + 1;
        used[choice.Mutator] = used.GetValueOrDefault(choice.Mutator) + 1;
        return choice;
    }

    private int Use(Seed seed) => (2 * used.GetValueOrDefault(seed.Place.Member)) + used.GetValueOrDefault(seed.Mutator);

    private static bool Overlap(Seed first, Seed second) =>
        first.Place.File == second.Place.File && first.Place.Line <= second.Place.EndLine && second.Place.Line <= first.Place.EndLine;
}
