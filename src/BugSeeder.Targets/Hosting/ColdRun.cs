using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting;

/// <summary>What fresh processes run, and how: nothing that ran before can have an influence, and what runs once in a process runs changed.</summary>
internal sealed record ColdRun
{
    /// <summary>Changed images, put in the place of the built ones.</summary>
    public IReadOnlyList<EmittedImage> Images { get; init; } = [];

    /// <summary>Deltas of each suite, applied before anything of the target runs.</summary>
    public IReadOnlyDictionary<HostedSuite, IReadOnlyList<ModuleDelta>> Deltas { get; init; } = new Dictionary<HostedSuite, IReadOnlyList<ModuleDelta>>();

    /// <summary>Tests that a process of their own runs before all others: what they notice, or hang in, is found without running the rest.</summary>
    public SuiteTests? First { get; init; }

    /// <summary>Whether the rest may be left out once a test of the oracle has failed.</summary>
    public bool StopAtFirstFailure { get; init; }

    /// <summary>Whether tests run side by side as they do in a real run, so that races show; otherwise one at a time.</summary>
    public bool SideBySide { get; init; }
}

/// <summary>Some tests of a suite.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Tests">The tests by number.</param>
internal sealed record SuiteTests(HostedSuite Suite, IReadOnlyList<int> Tests);
