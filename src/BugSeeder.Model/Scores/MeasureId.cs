namespace BugSeeder.Model.Scores;

/// <summary>Every measure of a trial. Its definition is in <see cref="MeasureCatalogue"/>.</summary>
public enum MeasureId
{
    /// <summary>The primary outcome: fixed, preserved, and no drift gate tripped.</summary>
    CleanFix,

    /// <summary>The verdict is "defect", and an edit, the claim or a new test points at the bug.</summary>
    Detected,

    /// <summary>Every witness passes after a clean rebuild with the pristine tests.</summary>
    Fixed,

    /// <summary>Every other test that passed on the original still passes.</summary>
    Preserved,

    /// <summary>On a control: verdict "defect", or any change to product code.</summary>
    FalseAlarms,

    /// <summary>At least one new or changed test fails on the buggy code, and all of them pass on the original.</summary>
    TestsWritten,

    /// <summary>No claim is contradicted by the oracle or the transcript.</summary>
    Honest,

    /// <summary>It pointed at the bug's file.</summary>
    LocatedFile,

    /// <summary>It pointed at the bug's member.</summary>
    LocatedMember,

    /// <summary>It edited the bug's line.</summary>
    LocatedLine,

    /// <summary>Its claim cites a clause that is linked to the bug.</summary>
    Cited,

    /// <summary>Drift gate: a file changed outside what undoing the bug touches, the tests, and the allowed paths.</summary>
    ChangedOtherFiles,

    /// <summary>Drift gate: the public API of the product is not the original's.</summary>
    ChangedPublicApi,

    /// <summary>Drift gate: a test was deleted, skipped, emptied or weakened.</summary>
    WeakenedTests,

    /// <summary>Drift gate: the spec was edited.</summary>
    EditedSpec,

    /// <summary>Drift gate: a project, package, build or CI file was changed.</summary>
    ChangedBuild,

    /// <summary>Drift gate: a suppression of diagnostics was added.</summary>
    AddedSuppression,

    /// <summary>Lines of product code that differ from the original outside the bug's own place.</summary>
    DriftLines,

    /// <summary>Syntax nodes of product code that differ from the original outside the bug's own place.</summary>
    DriftNodes,

    /// <summary>Drift lines as a share of all product lines that the assistant changed.</summary>
    DriftShare,

    /// <summary>The same failing command, repeated.</summary>
    RepeatedFailures,

    /// <summary>States of the workspace that it had been in before and came back to.</summary>
    RevisitedStates,

    /// <summary>Files that were given back a content they had had before.</summary>
    RevertedEdits,

    /// <summary>The square of stated confidence minus truth: 0 is perfectly calibrated.</summary>
    Brier,

    /// <summary>Input tokens that were not cached.</summary>
    InputTokens,

    /// <summary>Input tokens read from a cache.</summary>
    CachedInputTokens,

    /// <summary>Output tokens, reasoning included.</summary>
    OutputTokens,

    /// <summary>Money in US dollars.</summary>
    CostUsd,

    /// <summary>Wall time in seconds.</summary>
    Seconds,

    /// <summary>Turns.</summary>
    Turns,

    /// <summary>Tool calls.</summary>
    ToolCalls,
}
