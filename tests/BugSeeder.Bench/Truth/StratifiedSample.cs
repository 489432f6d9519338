using BugSeeder.Model.Statistics;

namespace BugSeeder.Bench.Truth;

/// <summary>Draws a sample in which rare kinds of code are not missed: an equal number of each stratum first, then at random from all.</summary>
internal static class StratifiedSample
{
    /// <summary>The sample, in no particular order but always the same for the same number.</summary>
    /// <param name="items">What there is.</param>
    /// <param name="stratum">Which stratum an item belongs to.</param>
    /// <param name="count">How many are wanted; fewer come where there are fewer.</param>
    /// <param name="perStratum">How many of each stratum at least, where there are so many; never more in all than <paramref name="count"/>.</param>
    /// <param name="number">The number that the choice starts from.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, Func<T, Stratum> stratum, int count, int perStratum, long number)
    {
        var order = new SeededRandom(number).Shuffled(items);
        // Round by round, so that with room for few every stratum still has its turn.
        var first = order.GroupBy(stratum)
            .SelectMany(group => group.Take(perStratum).Select((item, round) => (item, round, group.Key)))
            .OrderBy(entry => entry.round).ThenBy(entry => entry.Key)
            .Select(entry => entry.item)
            .Take(count).ToList();
        return [.. first, .. order.Except(first).Take(count - first.Count)];
    }
}
