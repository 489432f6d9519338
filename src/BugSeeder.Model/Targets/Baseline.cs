namespace BugSeeder.Model.Targets;

/// <summary>What the target's own tests say before anything is changed.</summary>
/// <param name="Runs">How often the suite ran.</param>
/// <param name="Oracle">Tests that passed every time, in ordinal order: the only ones whose word counts.</param>
/// <param name="SetAside">Tests left out of the oracle, and why.</param>
public sealed record Baseline(int Runs, IReadOnlyList<string> Oracle, IReadOnlyList<SetAsideTest> SetAside);

/// <summary>A test that cannot be a witness.</summary>
/// <param name="Test">The test's identity: <c>Project::Namespace.Class.Display name</c>.</param>
/// <param name="Reason">Why it was set aside.</param>
public sealed record SetAsideTest(string Test, SetAsideReason Reason);

/// <summary>Why a test's word does not count.</summary>
public enum SetAsideReason
{
    /// <summary>It failed in every baseline run.</summary>
    Failed,

    /// <summary>It passed in some baseline runs and not in others.</summary>
    Wavered,

    /// <summary>It was skipped in every baseline run.</summary>
    Skipped,
}

/// <summary>How one test ended.</summary>
public enum TestOutcome
{
    /// <summary>It ran and passed.</summary>
    Passed,

    /// <summary>It ran and failed.</summary>
    Failed,

    /// <summary>It was reported as skipped or not run.</summary>
    Skipped,
}
