using BugSeeder.Model.Specs;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Text;

namespace BugSeeder.Model.Grades;

/// <summary>One trial of one bug under a spec with parts left out.</summary>
/// <param name="Bug">The bug.</param>
/// <param name="Number">Which of the bug's trials it is, from 1.</param>
/// <param name="LeftOut">The ids of what is left out.</param>
public sealed record AblationLot(string Bug, int Number, IReadOnlyList<string> LeftOut);

/// <summary>
/// The trials in which sections of one spec are left out, and those in which the clauses behind a bug are. All of it hangs on what was known before the first trial,
/// so a run that is resumed draws the same.
/// </summary>
/// <param name="Sections">The sections that are left out one against the other.</param>
/// <param name="Links">The bugs linked to each of them, by its id.</param>
/// <param name="Lots">The trials with sections left out, by number and then by bug, so that a run that stops has each bug about equally often.</param>
/// <param name="WithoutClause">One trial without its clauses of each bug that is surely linked to any.</param>
public sealed record AblationLots(IReadOnlyList<Section> Sections, ILookup<string, string> Links, IReadOnlyList<AblationLot> Lots, IReadOnlyList<AblationLot> WithoutClause)
{
    /// <summary>Besides the bugs linked to a section so many others for each four: what a section does to bugs it is not about shows in every bug of the others.</summary>
    private const int OthersForFour = 1;

    /// <summary>So many others at least, where there are any.</summary>
    private const int FewestOthers = 3;

    /// <summary>How many trials there are.</summary>
    public int Count => Lots.Count + WithoutClause.Count;

    /// <summary>The most trials of each assistant that there can be, where the links are not known yet.</summary>
    public static int AtMost(Ablation ablation, int bugs) => bugs * (ablation.Trials + 1);

    /// <summary>Draws the trials.</summary>
    /// <param name="ablation">What is wanted.</param>
    /// <param name="spec">The spec.</param>
    /// <param name="trace">Its links, as they were frozen.</param>
    /// <param name="bugs">The ids of the run's bugs.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static AblationLots Draw(Ablation ablation, Spec spec, Trace trace, IReadOnlyList<string> bugs, long seed)
    {
        var sections = SectionUnits.Of(spec, ablation.Sections);
        if (sections.Count == 0)
            return new([], Array.Empty<string>().ToLookup(static bug => bug), [], []);
        var surely = bugs.ToDictionary(static bug => bug, bug => Sure(trace.Of(bug)), StringComparer.Ordinal);
        var links = sections.SelectMany(section => bugs.Where(bug => surely[bug].Any(link => section.WithInner.Any(inner => inner.Id == link.Section))).Select(bug => (section.Id, Bug: bug)))
            .ToLookup(static link => link.Id, static link => link.Bug, StringComparer.Ordinal);
        var linked = bugs.Where(bug => links.Any(section => section.Contains(bug))).ToList();
        var others = new SeededRandom(seed).Shuffled([.. bugs.Except(linked, StringComparer.Ordinal)]).Take(Math.Max(FewestOthers, linked.Count * OthersForFour / 4));
        List<string> tried = [.. linked, .. others];
        // Two neighbouring lots, drawn in two ways, are one bug's.
        var drawn = AblationPlan.Draw([.. sections.Select(static section => section.Id)], links, tried.Count * (ablation.Trials + (ablation.Trials % 2)), Seed(seed, spec));
        var lots = drawn.Select((left, lot) => new AblationLot(tried[lot / 2 % tried.Count], (2 * (lot / 2 / tried.Count)) + (lot % 2) + 1, [.. left.Order(StringComparer.Ordinal)]));
        return new(
            sections, links, [.. lots.Where(lot => lot.Number <= ablation.Trials).OrderBy(static lot => lot.Number)],
            [.. bugs.Where(bug => trace.Of(bug).Links.Any(IsSure)).Select(bug => new AblationLot(bug, 1, [.. trace.Of(bug).Links.Where(IsSure).Select(static link => link.Clause)]))]);
    }

    /// <summary>A bug belongs to the sections of its strong links; without any, to that of its surest.</summary>
    private static List<Link> Sure(BugTrace bug) => bug.Links.Any(IsSure) ? [.. bug.Links.Where(IsSure)] : [.. bug.Links.Take(1)];

    private static bool IsSure(Link link) => link.Strength == LinkStrength.Strong;

    /// <summary>Two variants must not draw alike.</summary>
    private static long Seed(long seed, Spec spec) => seed + Convert.ToInt64(StableHash.Of("ablation", spec.Hash)[..8], 16);
}
