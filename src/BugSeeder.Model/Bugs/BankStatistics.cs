using BugSeeder.Model.Statistics;

namespace BugSeeder.Model.Bugs;

/// <summary>What a bank is made of, against what was wanted, and what it cost to get there. A pure function of what is on disk.</summary>
/// <param name="Classes">Each class of the mix, wanted and reached.</param>
/// <param name="Shapes">Each shape of the mix, wanted and reached.</param>
/// <param name="Traits">How many bugs have each production trait.</param>
/// <param name="Sources">How many bugs come from each source.</param>
/// <param name="Clusters">How far its bugs stand for themselves.</param>
/// <param name="Yields">What became of each mutator's seeds, the most fruitful first.</param>
/// <param name="All">The same of all together.</param>
/// <param name="Survivors">Judged seeds that no test notices, by place: what the tests miss, unless the seed behaves the same.</param>
public sealed record BankStatistics(
    IReadOnlyList<MixShare> Classes,
    IReadOnlyList<MixShare> Shapes,
    IReadOnlyDictionary<ProductionTrait, int> Traits,
    IReadOnlyDictionary<SeedSource, int> Sources,
    BankClusters Clusters,
    IReadOnlyList<MutatorYield> Yields,
    MutatorYield All,
    IReadOnlyList<Survivor> Survivors)
{
    /// <summary>Counts a bank.</summary>
    public static BankStatistics Of(Bank bank, IReadOnlyList<Bug> bugs, IReadOnlyList<SeedRecord> seeds)
    {
        var mix = Mix.Named.FirstOrDefault(mix => mix.Name == bank.Mix);
        var yields = seeds.GroupBy(record => record.Seed.Mutator, StringComparer.Ordinal)
            .Select(group => MutatorYield.Of(group.Key, bank.ProposedBy.GetValueOrDefault(group.Key), [.. group]))
            .Concat(bank.ProposedBy.Where(entry => seeds.All(record => record.Seed.Mutator != entry.Key)).Select(entry => MutatorYield.Of(entry.Key, entry.Value, [])));
        return new(
            Shares(mix?.Shares, bank.Requested, [.. bugs.Select(bug => bug.Seed.Class)]),
            Shares(mix?.Shapes, bank.Requested, [.. bugs.Select(bug => bug.Seed.Shape)]),
            new SortedDictionary<ProductionTrait, int>(Enum.GetValues<ProductionTrait>().ToDictionary(trait => trait, trait => bugs.Count(bug => bug.Seed.Traits.Contains(trait)))),
            new SortedDictionary<SeedSource, int>(bugs.CountBy(bug => bug.Seed.Source).ToDictionary(count => count.Key, count => count.Value)),
            BankClusters.Of(bugs),
            [.. yields.OrderByDescending(yield => yield.Bugs).ThenByDescending(yield => yield.Judged).ThenBy(yield => yield.Mutator, StringComparer.Ordinal)],
            MutatorYield.Of("all", bank.Proposed, seeds),
            [.. seeds.Where(record => record.Verdict == SeedVerdict.NotWitnessed && record.Seed.Source != SeedSource.Combination)
                .Select(record => new Survivor(record.Seed.Place.File, record.Seed.Place.Line, record.Seed.Place.Member, record.Seed.Mutator, record.Seed.Mistake))
                .OrderBy(survivor => survivor.File, StringComparer.Ordinal).ThenBy(survivor => survivor.Line).ThenBy(survivor => survivor.Mutator, StringComparer.Ordinal)]);
    }

    private static List<MixShare> Shares<T>(IReadOnlyDictionary<T, int>? mix, int wanted, List<T> reached)
        where T : struct, Enum
    {
        var quotas = mix is null ? new Dictionary<T, int>() : Mix.Quotas(mix, wanted);
        return [.. Enum.GetValues<T>().Where(kind => quotas.ContainsKey(kind) || reached.Contains(kind))
            .Select(kind => new MixShare($"{kind}", quotas.GetValueOrDefault(kind), reached.Count(other => other.Equals(kind))))];
    }
}

/// <summary>A class or shape of a mix.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Wanted">How many bugs of it the mix wants.</param>
/// <param name="Reached">How many there are.</param>
public sealed record MixShare(string Kind, int Wanted, int Reached);

/// <summary>How far the bugs of a bank stand for themselves: see <see cref="Statistics.Clusters"/>.</summary>
/// <param name="Number">How many clusters there are.</param>
/// <param name="Largest">How many bugs the largest holds.</param>
/// <param name="Effective">How many bugs without clusters would say as much at least: the width of every interval hangs on it.</param>
public sealed record BankClusters(int Number, int Largest, double Effective)
{
    /// <summary>Counts the clusters of bugs.</summary>
    public static BankClusters Of(IReadOnlyList<Bug> bugs)
    {
        var clusters = Clusters.Of(bugs);
        return bugs.Count == 0 ? new(0, 0, 0) : new(clusters.Sizes.Count, clusters.Sizes[0], Math.Round(clusters.EffectiveCount, 1));
    }
}

/// <summary>What became of the seeds of one mutator. Bugs and the rejected add up to the judged.</summary>
/// <param name="Mutator">The mutator's id.</param>
/// <param name="Proposed">Places where it applies.</param>
/// <param name="Judged">Seeds of it that were judged; the others were not needed.</param>
/// <param name="Compiled">Judged seeds that compile without a new diagnostic.</param>
/// <param name="Bugs">Seeds that are bugs by all the rules, whether the bank has them or not.</param>
/// <param name="NotWitnessed">Seeds that no test notices.</param>
/// <param name="Equivalent">Seeds that compile to the same image as the original, or as another seed that no test notices.</param>
/// <param name="TooLoud">Seeds that fail over half of the suite, or all of it.</param>
/// <param name="Unusable">Seeds that time out, crash, waver, or whose witnesses cannot be taken out.</param>
public sealed record MutatorYield(string Mutator, int Proposed, int Judged, int Compiled, int Bugs, int NotWitnessed, int Equivalent, int TooLoud, int Unusable)
{
    /// <summary>Counts verdicts.</summary>
    public static MutatorYield Of(string mutator, int proposed, IReadOnlyCollection<SeedRecord> seeds)
    {
        int Count(params SeedVerdict[] verdicts) => seeds.Count(record => verdicts.Contains(record.Verdict));
        var rejected = Count(SeedVerdict.DoesNotCompile, SeedVerdict.AddsDiagnostic);
        var (bugs, unseen, same, loud) = (Count(SeedVerdict.Bug), Count(SeedVerdict.NotWitnessed), Count(SeedVerdict.Equivalent, SeedVerdict.Duplicate), Count(SeedVerdict.TooLoud, SeedVerdict.NothingPasses));
        return new(mutator, proposed, seeds.Count, seeds.Count - rejected, bugs, unseen, same, loud, seeds.Count - rejected - bugs - unseen - same - loud);
    }
}

/// <summary>A seed that no test notices.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member.</param>
/// <param name="Mutator">What made it.</param>
/// <param name="Mistake">The mistake that would go unnoticed.</param>
public sealed record Survivor(string File, int Line, string Member, string Mutator, string Mistake);
