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
        bool IsCheck(CoveringTest test) => bench.Code.Of(bench.Suites[test.Suite].Hosted.Tests[test.Test].Class) is not null;
        var failing = bench.Suites.SelectMany((suite, number) => suite.Failing.Keys.Order().Select(test => new CoveringTest(number, test))).ToList();
        return new(
            failing,
            [.. failing.Select(test => bench.Code.Of(bench.Suites[test.Suite].Hosted.Tests[test.Test].Class)).OfType<Check>()],
            [.. bench.Suites.SelectMany((suite, number) => suite.Passing.Order().Select(test => new CoveringTest(number, test))).OrderByDescending(IsCheck)]);
    }
}
