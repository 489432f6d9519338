namespace BugSeeder.Model.Targets;

/// <summary>How far a tree got through the target's own build and tests.</summary>
public enum TreeOutcome
{
    /// <summary>It built, and every test project reported its results.</summary>
    Tested,

    /// <summary>It did not build.</summary>
    BuildFailed,

    /// <summary>A test process ended before it had reported all results.</summary>
    TestsCrashed,

    /// <summary>The tests did not end within their time limit.</summary>
    TestsTimedOut,
}

/// <summary>What the target's own build and tests say about one tree. The same tree always has the same verdict.</summary>
/// <param name="Outcome">How far it got.</param>
/// <param name="Diagnostics">Warnings and errors of the projects that were compiled.</param>
/// <param name="Tests">Each reported test and how it ended. A test that is not here did not run.</param>
/// <param name="Failures">The first line of the message of each test that failed.</param>
public sealed record TreeVerdict(
    TreeOutcome Outcome,
    IReadOnlyList<BuildDiagnostic> Diagnostics,
    IReadOnlyDictionary<string, TestOutcome> Tests,
    IReadOnlyDictionary<string, string> Failures)
{
    /// <summary>The whole message of each test that failed, cut where it is long; empty where only first lines were kept.</summary>
    public IReadOnlyDictionary<string, string> Messages { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether this test ran and passed. A missing test did not pass.</summary>
    public bool Passed(string test) => Tests.TryGetValue(test, out var outcome) && outcome == TestOutcome.Passed;

    /// <summary>Whether this test ran and failed.</summary>
    public bool Failed(string test) => Tests.TryGetValue(test, out var outcome) && outcome == TestOutcome.Failed;
}

/// <summary>A warning or an error from the build.</summary>
/// <param name="Code">Its identifier, such as <c>CS0219</c>.</param>
/// <param name="IsError">Whether it is an error.</param>
/// <param name="File">The file it points at, relative to the tree; empty when it points at none.</param>
/// <param name="Line">The line it points at, from 1; 0 when it points at none.</param>
/// <param name="Message">Its text.</param>
public sealed record BuildDiagnostic(string Code, bool IsError, string File, int Line, string Message);
