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

    private readonly HashSet<string> saw = [.. departures.Readings.Select(reading => reading.Convention)];

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
        IReadOnlyList<ProjectCode> code = [.. products.Select(product => product.Project == patched.Project ? patched : product)];
        // Most patches beside a departure leave it as it is: the conventions that saw something are asked first, and only of what mends it the others.
        var mended = Mended(comparison.Departures(saw.Contains, code, cancellationToken));
        return mended is { Count: > 0 } && comparison.Departures(name => !saw.Contains(name), code, cancellationToken).Count > 0 ? null : mended;
    }

    /// <summary>The readings that are seen no more; <see langword="null"/> where more is seen than before.</summary>
    private List<int>? Mended(IReadOnlyList<CodeDeparture> seen)
    {
        var after = seen.ToLookup(found => found.Key);
        var before = departures.Readings.Index().ToLookup(entry => entry.Item.Key);
        return after.Any(found => found.Count() > before[found.Key].Count())
            ? null
            // Of several of one convention and clause those are mended that are said no more.
            : [.. before.SelectMany(group => group.OrderBy(entry => after[group.Key].Any(found => found.What == entry.Item.What)).Take(group.Count() - after[group.Key].Count()).Select(entry => departures.Failing.Count + entry.Index))];
    }
}
