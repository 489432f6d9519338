using BugSeeder.Model.Statistics;

namespace BugSeeder.Model.Grades;

/// <summary>
/// Draws by lot which sections are left out of which trial. Each is kept with the same probability. In every second trial sections that share a bug are kept or left
/// out together: drawn one by one, two that say the same would hardly ever both be gone, and only then is anything lost.
/// </summary>
public static class AblationPlan
{
    /// <summary>How likely a section is to be kept.</summary>
    public const double Keep = 0.8;

    /// <summary>The sections to leave out, trial by trial; the same inputs give the same ones.</summary>
    /// <param name="sections">All sections that may be left out.</param>
    /// <param name="links">The bugs linked to each section.</param>
    /// <param name="trials">How many trials.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static IReadOnlyList<IReadOnlySet<string>> Draw(IReadOnlyList<string> sections, ILookup<string, string> links, int trials, long seed)
    {
        var random = new SeededRandom(seed);
        var groups = Groups(sections, links);
        return [.. Enumerable.Range(0, trials).Select(trial => Draw(trial % 2 == 0 ? [.. sections.Select(static section => (IReadOnlyList<string>)[section])] : groups, random))];
    }

    private static HashSet<string> Draw(IReadOnlyList<IReadOnlyList<string>> groups, SeededRandom random) =>
        groups.Where(_ => random.NextUnit() >= Keep).SelectMany(static group => group).ToHashSet(StringComparer.Ordinal);

    /// <summary>Sections that share a bug, directly or through others.</summary>
    private static List<IReadOnlyList<string>> Groups(IReadOnlyList<string> sections, ILookup<string, string> links)
    {
        var groups = new List<(List<string> Sections, HashSet<string> Bugs)>();
        foreach (var section in sections)
        {
            var bugs = links[section].ToHashSet(StringComparer.Ordinal);
            var touched = groups.Where(group => group.Bugs.Overlaps(bugs)).ToList();
            groups.RemoveAll(touched.Contains);
            groups.Add(([.. touched.SelectMany(static group => group.Sections), section], [.. touched.SelectMany(static group => group.Bugs), .. bugs]));
        }

        return [.. groups.Select(static group => (IReadOnlyList<string>)group.Sections)];
    }
}
