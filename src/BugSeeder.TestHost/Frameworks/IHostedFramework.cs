using BugSeeder.TestHost.Protocol;

namespace BugSeeder.TestHost.Frameworks;

/// <summary>A target's test framework inside this process.</summary>
internal interface IHostedFramework
{
    /// <summary>The tests it found; a test's number is its place here.</summary>
    IReadOnlyList<HostedTest> Tests { get; }

    /// <summary>Runs tests one after the other.</summary>
    /// <param name="tests">Their numbers; <see langword="null"/> for all.</param>
    /// <param name="log">Told every result; it says when to stop.</param>
    void Run(IReadOnlyList<int>? tests, ResultLog log);
}
