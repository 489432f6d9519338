namespace BugSeeder.Mender.Repairing;

/// <summary>What became of a patch, or of a run of tests on it.</summary>
internal enum TryOutcome
{
    /// <summary>All that was run passed.</summary>
    Passed,

    /// <summary>Something failed, hung or ended the process.</summary>
    Failed,

    /// <summary>It does not compile.</summary>
    DoesNotCompile,

    /// <summary>A warm process cannot say: a fresh one has to.</summary>
    NeedsFreshProcess,
}
