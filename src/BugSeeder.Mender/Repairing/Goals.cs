using BugSeeder.Code;
using BugSeeder.Hosting;
using BugSeeder.Mender.Comparing;

namespace BugSeeder.Mender.Repairing;

/// <summary>What a patch is after: that what fails passes, and that the code reads as the spec does. They are numbered, tests first.</summary>
/// <param name="departures">What fails and what reads otherwise.</param>
/// <param name="comparison">Reads code against the spec.</param>
/// <param name="products">The products as they are.</param>
internal sealed class Goals(Departures departures, CodeComparison comparison, IReadOnlyList<ProjectCode> products)
{
    private readonly Dictionary<CoveringTest, int> numbers = departures.Failing.Index().ToDictionary(entry => entry.Item, entry => entry.Index);

    /// <summary>How many there are.</summary>
    public int Count => departures.Failing.Count + departures.Readings.Count;

    /// <summary>Whether tests are among them.</summary>
    public bool HaveTests => departures.Failing.Count > 0;

    /// <summary>The numbers of tests.</summary>
    public IEnumerable<int> Of(IEnumerable<CoveringTest> passed) => passed.Where(numbers.ContainsKey).Select(test => numbers[test]);

    /// <summary>The readings that a patched project agrees with.</summary>
    /// <returns>Their numbers; <see langword="null"/> where the patch makes the code depart elsewhere.</returns>
    public IReadOnlyList<int>? ReadIn(ProjectCode patched, IReadOnlyList<FileFix> files, CancellationToken cancellationToken)
    {
        if (!departures.Readings.Any(reading => files.Any(file => file.File == reading.Place.File)))
            return [];
        var after = comparison.Departures([.. products.Select(product => product.Project == patched.Project ? patched : product)], cancellationToken).ToLookup(found => found.Key);
        var before = departures.Readings.Index().ToLookup(entry => entry.Item.Key);
        return after.Any(found => found.Count() > before[found.Key].Count())
            ? null
            // Of several of one convention and clause those are mended that are said no more.
            : [.. before.SelectMany(group => group.OrderBy(entry => after[group.Key].Any(found => found.What == entry.Item.What)).Take(group.Count() - after[group.Key].Count()).Select(entry => departures.Failing.Count + entry.Index))];
    }
}
