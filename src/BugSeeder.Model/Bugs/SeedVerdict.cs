namespace BugSeeder.Model.Bugs;

/// <summary>What proving made of a seed.</summary>
public enum SeedVerdict
{
    /// <summary>A bug by all the rules.</summary>
    Bug,

    /// <summary>It does not compile.</summary>
    DoesNotCompile,

    /// <summary>It adds a compiler or analyzer diagnostic that was not there, which would point straight at it.</summary>
    AddsDiagnostic,

    /// <summary>Optimised, deterministic compilation gives the same image as the original: it behaves the same.</summary>
    Equivalent,

    /// <summary>No test notices it, and optimised, deterministic compilation gives the same image as an earlier such seed: it is the same seed once more.</summary>
    Duplicate,

    /// <summary>No test notices it. It may be equivalent, or the tests miss it: unknown.</summary>
    NotWitnessed,

    /// <summary>A part of a combination shows in no test as long as the other parts are there, or two parts make up for each other.</summary>
    PartHidden,

    /// <summary>It breaks over half of the suite.</summary>
    TooLoud,

    /// <summary>No test is left that passes.</summary>
    NothingPasses,

    /// <summary>The tests ran into their time limit; such bugs are classed apart.</summary>
    TimedOut,

    /// <summary>The test process ended before it had reported; such bugs are classed apart.</summary>
    Crashed,

    /// <summary>A second run of the same tree gave other witnesses.</summary>
    Wavered,

    /// <summary>Undoing the edit did not turn every witness green.</summary>
    UndoFailed,

    /// <summary>A witness cannot be taken out of the test sources, so an assistant would see the answer.</summary>
    WitnessNotRemovable,

    /// <summary>Without its witnesses the workspace does not build, or a remaining test fails.</summary>
    WorkspaceUnusable,
}

/// <summary>A seed and what became of it: one line of <c>seeds.jsonl</c>.</summary>
/// <param name="SchemaVersion">The version of this record's form.</param>
/// <param name="Verdict">What proving made of it.</param>
/// <param name="Reason">The evidence in one sentence.</param>
/// <param name="Seed">The seed itself.</param>
public sealed record SeedRecord(int SchemaVersion, SeedVerdict Verdict, string Reason, Seed Seed);
