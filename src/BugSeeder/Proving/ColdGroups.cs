using BugSeeder.Hosting;

namespace BugSeeder.Proving;

/// <summary>Which seeds that nobody noticed are planted together, so that one run of the tests is enough for all of them.</summary>
internal static class ColdGroups
{
    /// <summary>Nearly all of them are what they seem, so a large group costs one run of the tests for many.</summary>
    private const int Largest = 64;

    /// <summary>So few suspects are tried one by one.</summary>
    private const int Few = 3;

    /// <summary>
    /// Seeds of one group stand in different members, and as far apart as the order of files lets them: one may keep another from being run. What no test
    /// runs can keep nothing from it, and only does not overlap.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ColdCase>> Of(IReadOnlyCollection<ColdCase> unnoticed) =>
        [.. Together([.. unnoticed.Where(item => !item.IsLoner)]), .. Alone(unnoticed.Where(item => item.IsLoner))];

    private static List<List<ColdCase>> Together(List<ColdCase> unnoticed)
    {
        var count = (unnoticed.Count + Largest - 1) / Largest;
        var groups = Enumerable.Range(0, count).Select(_ => new List<ColdCase>()).ToList();
        var next = 0;
        foreach (var item in unnoticed.OrderBy(item => item.Seed.Place.File, StringComparer.Ordinal).ThenBy(item => item.Seed.Place.Line))
        {
            var fitting = Enumerable.Range(0, groups.Count).Select(offset => groups[(next + offset) % groups.Count]).FirstOrDefault(group => group.Count < 2 * Largest && group.TrueForAll(other => !Touch(other, item)));
            if (fitting is null)
                groups.Add([item]);
            else
                fitting.Add(item);
            next++;
        }

        return groups;
    }

    /// <summary>
    /// What to try in the place of a group in which something was noticed. Whoever is near a failed test is suspected; the others are tried again as one group,
    /// since the failed tests may have hidden what they do. Without a clue the group is halved, those nearest to the failures in one half.
    /// </summary>
    /// <param name="group">At least two seeds.</param>
    /// <param name="hasFailed">Whether a test has failed.</param>
    public static IReadOnlyList<ColdGroup> Split(IReadOnlyList<ColdCase> group, Func<CoveringTest, bool> hasFailed)
    {
        var ordered = group.Select(item => (Item: item, Share: ShareOf(item, hasFailed))).OrderByDescending(entry => entry.Share).ToList();
        List<ColdCase> suspects = [.. ordered.Where(entry => entry.Share > 0).Select(entry => entry.Item)];
        List<ColdCase> others = [.. ordered.Skip(suspects.Count).Select(entry => entry.Item)];
        var parts = suspects.Count == 0 ? Halves(others) : suspects.Count <= Few ? Alone(suspects.Select(item => item with { IsLoner = true })) : Halves(suspects);
        return [.. parts.Select(part => new ColdGroup(part, IsSuspected: true)), .. suspects.Count == 0 || others.Count == 0 ? [] : (ColdGroup[])[new(others, IsSuspected: false)]];
    }

    /// <summary>How much of what runs a seed's code has failed; little, and not nothing, where any test may run it.</summary>
    private static double ShareOf(ColdCase item, Func<CoveringTest, bool> hasFailed) => item.Tests switch
    {
        null => double.Epsilon,
        [] => 0,
        var tests => (double)tests.Count(hasFailed) / tests.Count,
    };

    private static IEnumerable<IReadOnlyList<ColdCase>> Alone(IEnumerable<ColdCase> items) => items.Select(item => (IReadOnlyList<ColdCase>)[item]);

    private static IEnumerable<IReadOnlyList<ColdCase>> Halves(List<ColdCase> items) => [items[..(items.Count / 2)], items[(items.Count / 2)..]];

    private static bool Touch(ColdCase first, ColdCase second) =>
        (!(IsNeverRun(first) && IsNeverRun(second)) && first.Seed.AllPlaces.Any(place => second.Seed.AllPlaces.Any(other => other.File == place.File && other.Member == place.Member)))
        || first.Seed.Edits.Any(edit => second.Seed.Edits.Any(other => other.File == edit.File && other.Start <= edit.Start + edit.Original.Length && edit.Start <= other.Start + other.Original.Length));

    private static bool IsNeverRun(ColdCase item) => item.Tests is { Count: 0 };
}
