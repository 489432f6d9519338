using BugSeeder.Model.Statistics;

namespace BugSeeder.Model.Grades;

/// <summary>
/// Draws by lot which sections are left out of which trial. Each is kept with the same probability. In every second trial sections that share a bug are kept or left
/// out together, two or three at a time: drawn one by one, two that say the same would hardly ever both be gone, and only then is anything lost.
/// </summary>
public static class AblationPlan
{
    /// <summary>How likely a section is to be kept, from five sections on.</summary>
    public const double Keep = 0.8;

    /// <summary>More that are gone at once would look like no spec at all.</summary>
    private const int LargestGroup = 3;

    /// <summary>How likely a section is to be kept where there are so many: of a few, one is gone on average; of one alone, every second time.</summary>
    public static double KeepOf(int sections) => Math.Min(Keep, Math.Max(0.5, 1 - (1.0 / sections)));

    /// <summary>The sections to leave out, trial by trial; the same inputs give the same ones.</summary>
    /// <param name="sections">All sections that may be left out.</param>
    /// <param name="links">The bugs linked to each section.</param>
    /// <param name="trials">How many trials.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static IReadOnlyList<IReadOnlySet<string>> Draw(IReadOnlyList<string> sections, ILookup<string, string> links, int trials, long seed)
    {
        var random = new SeededRandom(seed);
        var keep = KeepOf(sections.Count);
        var groups = Groups(sections, links);
        return [.. Enumerable.Range(0, trials).Select(trial => Draw(trial % 2 == 0 ? [.. sections.Select(static section => (IReadOnlyList<string>)[section])] : groups, keep, random))];
    }

    private static HashSet<string> Draw(IReadOnlyList<IReadOnlyList<string>> groups, double keep, SeededRandom random) =>
        groups.Where(_ => random.NextUnit() >= keep).SelectMany(static group => group).ToHashSet(StringComparer.Ordinal);

    /// <summary>Sections that share a bug, directly or through others, the most bugs in common first.</summary>
    private static List<List<string>> Groups(IReadOnlyList<string> sections, ILookup<string, string> links)
    {
        var bugs = sections.ToDictionary(static section => section, section => links[section].ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var groups = sections.Select(static section => new List<string> { section }).ToList();
        var pairs = from one in sections.Index()
                    from other in sections.Skip(one.Index + 1)
                    let common = bugs[one.Item].Intersect(bugs[other], StringComparer.Ordinal).Count()
                    where common > 0
                    orderby common descending
                    select (one.Item, Other: other);
        foreach (var (one, other) in pairs)
        {
            var (first, second) = (groups.Find(group => group.Contains(one))!, groups.Find(group => group.Contains(other))!);
            if (first == second || first.Count + second.Count > LargestGroup)
                continue;
            first.AddRange(second);
            groups.Remove(second);
        }

        return groups;
    }
}
