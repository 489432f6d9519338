using BugSeeder.Model.Bugs;
using BugSeeder.Model.Statistics;

namespace BugSeeder.Seeding;

/// <summary>
/// Chooses which seeds to judge next, and which of those that tests notice become bugs of the bank, so that classes and shapes come in the shares of the
/// mix, spread over files, members and mutators, and few of them hang together. What is noticed and not needed by itself waits to be part of a combination, or to
/// fill up a bank that would be short. Everything depends on the seed number and on earlier verdicts in their order, and nothing on time: the same inputs give the same bank.
/// </summary>
internal sealed class SeedSampler
{
    /// <summary>How many seeds are out for judgement at once. A constant, so that a bank does not depend on the machine's cores.</summary>
    public const int BatchSize = 8;

    /// <summary>After so many seeds without a new bug something is given up: see <see cref="Concession"/>.</summary>
    private const int Patience = 6 * BatchSize;

    /// <summary>So many seeds of a trait go before others; after that, the tests do not notice it and it takes its turn. Of slips with locks they notice one in ten.</summary>
    private const int TriesPerTrait = 32;

    /// <summary>Stryker's mutators make what a tool makes; they take their turn when ours were used three times.</summary>
    private const int StrykerWaits = 6;

    /// <summary>A bug that more than one in so many tests notice is loud: it is among the easy ones, and half the bank would share a witness with it.</summary>
    private const int LoudShare = 10;

    /// <summary>So many witnesses are not loud, however small the suite is.</summary>
    private const int QuietWitnesses = 5;

    private readonly Dictionary<BugClass, List<Seed>> waiting;
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);
    private readonly List<ProvenSeed> accepted = [];
    private readonly List<ProvenSeed> spare = [];
    private readonly Quota quota;
    private readonly Combining combining;
    private readonly Exchanges exchanges;
    private readonly Independence independence;
    private readonly int wanted;
    private readonly int perTrait;
    private readonly int loud;
    private int sinceLast;
    private Concession concession;

    /// <param name="seeds">What was proposed.</param>
    /// <param name="mix">The shares of classes and shapes.</param>
    /// <param name="wanted">How many bugs the bank shall have.</param>
    /// <param name="number">The number that sampling starts from.</param>
    /// <param name="tests">How many tests the oracle has.</param>
    public SeedSampler(IEnumerable<Seed> seeds, Mix mix, int wanted, long number, int tests)
    {
        this.wanted = wanted;
        loud = Math.Max(QuietWitnesses, tests / LoudShare);
        independence = new(wanted);
        // Each trait twice, so that a report can say something of it, where the bank is large enough to have other bugs too.
        perTrait = wanted / (2 * Enum.GetValues<ProductionTrait>().Length) is var room and < 2 ? room : 2;
        var random = new SeededRandom(number);
        waiting = random.Shuffled(seeds).GroupBy(seed => seed.Class).ToDictionary(group => group.Key, group => group.ToList());
        quota = new(mix, wanted);
        combining = new(quota);
        exchanges = new(quota, combining, wanted);
    }

    /// <summary>Whether there are as many bugs as were wanted.</summary>
    public bool IsFull => accepted.Count >= wanted;

    /// <summary>The bugs, in the order in which they were taken.</summary>
    public IReadOnlyList<ProvenSeed> Bugs => accepted;

    /// <summary>How many combinations were tried.</summary>
    public int Combined => combining.Tried;

    /// <summary>How many seeds were left out because a bug in the same members has the same witnesses.</summary>
    public int Merged { get; private set; }

    /// <summary>
    /// How many seeds that tests notice were passed over, at least at first, since they are loud or share a member or a good part of their witnesses with too many bugs.
    /// </summary>
    public int Entangled { get; private set; }

    /// <summary>The next seeds to judge; empty when the bank is full or nothing is left.</summary>
    public IReadOnlyList<Seed> NextBatch()
    {
        if (sinceLast >= Patience)
            GiveUp();
        // What did not fit when it came may do so now that another bug has gone.
        _ = TakeSpare(bug => Counted(bug) is not null);
        var batch = IsFull ? [] : NextOfAll();
        return batch.Count > 0 ? batch : exchanges.Next(accepted, [.. spare.Where(MayExchange)], BatchSize, independence.Entanglement);
    }

    private List<Seed> NextOfAll()
    {
        List<Seed> batch = [.. combining.Next([.. spare.Where(IsFree)], BatchSize / 2, parts => Fits(parts), file => used.GetValueOrDefault("file " + file))];
        while (batch.Count < BatchSize && NextClass(batch) is { } next)
        {
            if (Take(next, batch) is { } seed)
                batch.Add(seed);
        }

        sinceLast += batch.Count;
        return batch;
    }

    /// <summary>Tells that tests notice a seed.</summary>
    /// <returns>Whether it is a bug of the bank now.</returns>
    public bool Accept(ProvenSeed proven)
    {
        if (exchanges.BugIn(proven.Seed) is { } part)
            return Exchange(part, proven);
        if (IsFull || accepted.Exists(proven.Overlaps))
            return false;
        if (accepted.Find(proven.IsDuplicateOf) is { } same)
        {
            Merged++;
            if (same.Difficulty.Value >= proven.Difficulty.Value || same.Seed.Class != proven.Seed.Class || same.Seed.Shape != proven.Seed.Shape)
            {
                // It may still be a part of another.
                Spare(proven);
                return false;
            }

            Withdraw(same.Seed);
            Spare(same);
        }

        var counted = Counted(proven);
        if (counted is not null && Fits(proven))
        {
            Add(counted);
            return true;
        }

        if (counted is not null)
            Entangled++;
        Spare(proven);
        return false;
    }

    /// <summary>Puts a combination in the place of the bug that is a part of it, unless the bank has become another since.</summary>
    private bool Exchange(ProvenSeed replaced, ProvenSeed proven)
    {
        if (!accepted.Exists(bug => bug.Seed.Id == replaced.Seed.Id) || quota.Lack(proven.Seed.Shape) <= 0)
            return false;
        var before = independence.Entanglement;
        Withdraw(replaced.Seed);
        if (MayStand(proven) && MayExchange(proven) && independence.AllowsInstead(before, proven))
        {
            Add(proven);
            return true;
        }

        Add(replaced);
        return false;
    }

    /// <summary>Takes a bug back that the real build did not bear out, or that a harder one replaces.</summary>
    public void Withdraw(Seed seed)
    {
        quota.Remove(accepted.Single(bug => bug.Seed.Id == seed.Id).Seed);
        accepted.RemoveAll(bug => bug.Seed.Id == seed.Id);
        independence.Has(accepted);
        if (exchanges.BugIn(seed) is { } part)
            spare.Add(part);
    }

    /// <summary>What waits and can still be a bug, for a bank that would be short without it: classes that lack something first, then the hardest.</summary>
    public IReadOnlyList<ProvenSeed> TakeSpare()
    {
        var taken = new List<ProvenSeed>();
        while (!IsFull)
        {
            concession = Max(concession, Concession.Classes);
            taken.AddRange(TakeSpare(_ => true));
            if (concession == Concession.Independence)
                break;
            concession++;
        }

        return taken;
    }

    private List<ProvenSeed> TakeSpare(Predicate<ProvenSeed> isWanted)
    {
        var taken = new List<ProvenSeed>();
        while (!IsFull && spare.Where(bug => isWanted(bug) && MayStand(bug) && Fits(bug))
            .OrderBy(bug => concession < Concession.Independence ? 0 : independence.GrowthBy(bug))
            .ThenByDescending(bug => quota.Lack(bug.Seed.Class)).ThenBy(bug => IsLoud(bug) ? 1 : 0).ThenByDescending(bug => bug.Difficulty.Value).FirstOrDefault() is { } next)
        {
            spare.Remove(next);
            taken.Add(Counted(next) ?? next);
            Add(taken[^1]);
        }

        return taken;
    }

    private void GiveUp()
    {
        sinceLast = 0;
        if (concession < Concession.Independence)
            concession++;
        _ = TakeSpare(bug => concession >= Concession.Classes || quota.Lack(bug.Seed.Class) > 0);
    }

    private static Concession Max(Concession one, Concession other) => one > other ? one : other;

    /// <summary>Whether the bank's bugs still stand for themselves with this one, or with what is combined of these.</summary>
    private bool Fits(params ReadOnlySpan<ProvenSeed> parts)
    {
        foreach (var part in parts)
        {
            if (concession < Concession.Shapes && IsLoud(part))
                return false;
        }

        return concession >= Concession.Independence || independence.Allows(parts);
    }

    /// <summary>Loud ones stay out, unless they had to be taken anyway.</summary>
    private bool MayExchange(ProvenSeed bug) => concession >= Concession.Independence || !IsLoud(bug);

    private bool IsLoud(ProvenSeed bug) => bug.Witnesses.Count > loud;

    private void Spare(ProvenSeed bug)
    {
        combining.PairWith(spare, bug);
        spare.Add(bug);
    }

    private bool IsFree(ProvenSeed bug) => !accepted.Exists(bug.Overlaps);

    private bool MayStand(ProvenSeed bug) => IsFree(bug) && !accepted.Exists(bug.IsDuplicateOf);

    private void Add(ProvenSeed bug)
    {
        accepted.Add(bug);
        independence.Has(accepted);
        quota.Add(bug.Seed);
        sinceLast = 0;
        var parts = bug.Seed.Parts?.Select(part => part.Seed).ToHashSet(StringComparer.Ordinal) ?? [];
        spare.RemoveAll(other => parts.Contains(other.Seed.Id));
    }

    /// <summary>The bug as it counts for the mix; null when nothing of its kind is wanted. A combination counts for that of its parts' classes which lacks most.</summary>
    private ProvenSeed? Counted(ProvenSeed bug)
    {
        var best = quota.Neediest(bug.Seed.Parts?.Select(part => part.Class) ?? [bug.Seed.Class]);
        if (concession >= Concession.Classes || quota.Lacks(best, bug.Seed.Shape) || (quota.Lack(best) > 0 && (concession >= Concession.Shapes || bug.Seed.Traits.Any(LacksTrait))))
            return best == bug.Seed.Class ? bug : bug with { Seed = bug.Seed with { Class = best } };
        return null;
    }

    /// <summary>The class that lacks most, what waits to be combined counted in; where none lacks any, the one that has relatively least.</summary>
    private BugClass? NextClass(List<Seed> batch)
    {
        var open = waiting.Where(entry => entry.Value.Count > 0).Select(entry => entry.Key).ToList();
        if (open.Count == 0)
            return null;
        var lacking = open.Where(kind => quota.Lack(kind) > 0).ToList();
        double Filled(BugClass kind) =>
            (quota.Has(kind) + spare.Count(bug => bug.Seed.Class == kind) + batch.Count(seed => seed.Class == kind)) / Math.Max(0.5, quota.Wanted(kind) * quota.PartsPerBug);
        return (lacking.Count > 0 ? lacking : open).OrderBy(Filled).ThenBy(kind => kind).First();
    }

    /// <summary>
    /// The first that is not on a line which another bug or batch member has: from the past before made up, with a trait that is lacking, in a member where
    /// something waits for a second hunk, and then of the least used members, mutators and files.
    /// </summary>
    private Seed? Take(BugClass kind, List<Seed> batch)
    {
        var list = waiting[kind];
        list.RemoveAll(seed => accepted.Exists(bug => bug.Overlaps(seed)));
        var waitsForSecond = quota.Lacks(kind, BugShape.OneHunk) || quota.Lack(BugShape.SeveralHunks) <= 0
            ? []
            : spare.Where(bug => Combinations.MayBePart(bug.Seed)).Select(bug => bug.Seed.Place.Member).Where(member => member.Length > 0).ToHashSet(StringComparer.Ordinal);
        var pasts = accepted.Count(bug => bug.Seed.Source == SeedSource.History);
        var choice = list.Where(seed => !batch.Exists(other => Hunks.Overlap(other.Place, seed.Place))).DefaultIfEmpty(list.FirstOrDefault())
            .MinBy(seed => seed is null ? default : (
                seed.Source == SeedSource.History && 4 * pasts < wanted ? 0 : 1,
                seed.Traits.Any(trait => LacksTrait(trait) && used.GetValueOrDefault($"trait {trait}") < TriesPerTrait) ? 0 : 1,
                waitsForSecond.Contains(seed.Place.Member) ? 0 : 1,
                Use(seed)));
        if (choice is null)
            return null;
        list.Remove(choice);
        foreach (var name in Names(choice).Concat(choice.Traits.Select(trait => $"trait {trait}")))
            used[name] = used.GetValueOrDefault(name) + 1;
        return choice;
    }

    private bool LacksTrait(ProductionTrait trait) => accepted.Count(bug => bug.Seed.Traits.Contains(trait)) < perTrait;

    private int Use(Seed seed) => (seed.Source == SeedSource.Stryker ? StrykerWaits : 0) + Names(seed).Zip([4, 2, 1], (name, weight) => weight * used.GetValueOrDefault(name)).Sum();

    private static string[] Names(Seed seed) => ["member " + seed.Place.Member, "mutator " + seed.Mutator, "file " + seed.Place.File];
}
