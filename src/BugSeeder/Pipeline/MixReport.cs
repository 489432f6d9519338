using BugSeeder.Model.Bugs;

namespace BugSeeder.Pipeline;

/// <summary>Says where a bank misses its mix, or has bugs that hang together too much, and why.</summary>
internal static class MixReport
{
    public static IReadOnlyList<MixMiss> Of(Mix mix, int wanted, IReadOnlyList<Seed> proposed, SeedProving proven)
    {
        var classes = Mix.Quotas(mix.Shares, wanted);
        var shapes = Mix.Quotas(mix.Shapes, wanted);
        var byClass = Enum.GetValues<BugClass>().Select(kind => Miss(
            $"{kind}", classes.GetValueOrDefault(kind), proven.Bugs.Count(bug => bug.Seed.Class == kind), () => WhyFew(kind, proposed, proven)));
        var byShape = Enum.GetValues<BugShape>().Select(shape => Miss(
            $"{shape}", shapes.GetValueOrDefault(shape), proven.Bugs.Count(bug => bug.Seed.Shape == shape), () => WhyFew(shape, proven)));
        return [.. byClass.Concat(byShape).Append(Entanglement(proven)).OfType<MixMiss>()];
    }

    private static MixMiss? Entanglement(SeedProving proven)
    {
        var clusters = BankClusters.Of(proven.Bugs);
        var wanted = (proven.Bugs.Count + 1) / 2;
        return clusters.Effective >= wanted
            ? null
            : new(MixMiss.IndependentBugs, wanted, (int)clusters.Effective, $"since {proven.Entangled} seeds that tests notice share a member or a good part of their witnesses with too many bugs; {proven.EndedBecause}");
    }

    private static MixMiss? Miss(string kind, int wanted, int reached, Func<string> why) =>
        wanted == reached ? null : new(kind, wanted, reached, reached > wanted ? "in place of what other kinds lack" : why());

    private static string WhyFew(BugClass kind, IReadOnlyList<Seed> proposed, SeedProving proven)
    {
        var judged = proven.Records.Where(record => record.Seed.Class == kind && record.Seed.Source != SeedSource.Combination).ToList();
        var places = proposed.Count(seed => seed.Class == kind);
        return $"since of {places} such places {judged.Count} were judged and {judged.Count(record => record.Verdict == SeedVerdict.Bug)} are noticed by tests{(judged.Count >= places ? "" : $"; {proven.EndedBecause}")}";
    }

    private static string WhyFew(BugShape shape, SeedProving proven)
    {
        var tried = proven.Records.Where(record => record.Seed.Source == SeedSource.Combination && record.Seed.Shape == shape).ToList();
        if (tried.Count == 0)
            return $"since no two seeds that one test notices could make that shape; {proven.EndedBecause}";
        return $"since {tried.Count} combinations of that shape were tried and {tried.Count(record => record.Verdict == SeedVerdict.Bug)} hold; {proven.EndedBecause}";
    }
}
