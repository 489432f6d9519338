using BugSeeder.Hosting;
using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Reading;

namespace BugSeeder.Mender.Repairing;

/// <summary>What fails on the workspace as it is, and what passes.</summary>
/// <param name="Failing">Checks, tests that the prompt shows, and tests of the workspace that fail.</param>
/// <param name="Checks">The checks among them.</param>
/// <param name="Passing">What passes and must go on doing so, checks first.</param>
internal sealed record Departures(IReadOnlyList<CoveringTest> Failing, IReadOnlyList<Check> Checks, IReadOnlyList<CoveringTest> Passing)
{
    /// <summary>What was seen by reading code against prose, where nothing fails.</summary>
    public IReadOnlyList<CodeDeparture> Readings { get; init; } = [];

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => Failing.Count == 0 && Readings.Count == 0;

    /// <summary>What there is on a bench.</summary>
    public static Departures Of(Bench bench)
    {
        Check? CheckOf(CoveringTest test) => bench.Code.Of(bench.Suites[test.Suite].Hosted.Tests[test.Test].Class);
        bool IsCheck(CoveringTest test) => CheckOf(test) is not null;
        var failing = bench.Suites.SelectMany((suite, number) => suite.Failing.Keys.Order().Select(test => new CoveringTest(number, test))).ToList();
        // Where most of what comments show does not hold, they show something else than values.
        if (failing.Count(test => CheckOf(test) is { IsShown: true }) * 2 >= bench.Code.Checks.Values.Count(check => check.IsShown))
            failing.RemoveAll(test => CheckOf(test) is { IsShown: true });
        return new(
            failing,
            [.. failing.Select(CheckOf).OfType<Check>()],
            [.. bench.Suites.SelectMany((suite, number) => suite.Passing.Order().Select(test => new CoveringTest(number, test))).OrderByDescending(IsCheck)]);
    }

    /// <summary>Some of it.</summary>
    /// <param name="goals">The numbers of what is kept: what fails first, then what was read.</param>
    /// <param name="bench">The workspace.</param>
    public Departures Only(IReadOnlySet<int> goals, Bench bench)
    {
        List<CoveringTest> failing = [.. Failing.Where((_, number) => goals.Contains(number))];
        return this with
        {
            Failing = failing,
            Checks = [.. failing.Select(test => bench.Code.Of(bench.Suites[test.Suite].Hosted.Tests[test.Test].Class)).OfType<Check>()],
            Readings = [.. Readings.Where((_, number) => goals.Contains(Failing.Count + number))],
        };
    }

    /// <summary>What fails, by the heading that states it; tests by their class.</summary>
    public IReadOnlyList<IReadOnlySet<CoveringTest>> Parts(Bench bench) => [.. Failing
        .GroupBy(test => bench.Suites[test.Suite].Hosted.Tests[test.Test].Class is var type && bench.Code.Of(type) is { } check ? check.Heading : type)
        .Select(part => part.ToHashSet())];
}
