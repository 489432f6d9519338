using BugSeeder.Model.Targets;

namespace BugSeeder.Hosting;

/// <summary>How a hosted run of tests ended.</summary>
internal enum HostEnd
{
    /// <summary>It came to its end, or to the first failure if that was asked for.</summary>
    Ran,

    /// <summary>A test used up its limit.</summary>
    TimedOut,

    /// <summary>The test process ended before the tests had.</summary>
    Crashed,

    /// <summary>The test process used more memory than it may.</summary>
    OutOfMemory,

    /// <summary>The host, the framework or the changed image failed; it says nothing about the code.</summary>
    Broken,
}

/// <summary>What a hosted run of tests said.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Reason">Why, where it did not come to its end.</param>
/// <param name="Tests">Each reported test and how it ended.</param>
/// <param name="Failures">The message of each test that failed.</param>
internal sealed record HostRun(HostEnd End, string Reason, IReadOnlyDictionary<string, TestOutcome> Tests, IReadOnlyDictionary<string, string> Failures)
{
    /// <summary>A run of no tests.</summary>
    public static HostRun Nothing { get; } = Ended(HostEnd.Ran, "");

    /// <summary>A run that came to nothing.</summary>
    public static HostRun Ended(HostEnd end, string reason) => new(end, reason, new Dictionary<string, TestOutcome>(), new Dictionary<string, string>());

    /// <summary>Several projects' runs as one.</summary>
    public HostRun And(HostRun other)
    {
        var tests = new Dictionary<string, TestOutcome>(Tests, StringComparer.Ordinal);
        foreach (var (test, outcome) in other.Tests)
            tests[test] = tests.TryGetValue(test, out var before) ? Execution.Builds.TestName.Merge(before, outcome) : outcome;
        var failures = new Dictionary<string, string>(Failures, StringComparer.Ordinal);
        foreach (var (test, message) in other.Failures)
            failures.TryAdd(test, message);
        return new(End == HostEnd.Ran ? other.End : End, Reason.Length == 0 ? other.Reason : Reason, tests, failures);
    }
}
