using BugSeeder.Execution.Sandboxes;

namespace BugSeeder.Execution.Builds;

/// <summary>How a target is built and tested, as far as it cannot be found out.</summary>
public sealed record TargetSettings
{
    /// <summary>The solution, relative to the target; <see langword="null"/> to look for one.</summary>
    public string? Solution { get; init; }

    /// <summary>The configuration that is built.</summary>
    public string Configuration { get; init; } = "Debug";

    /// <summary>MSBuild properties for every restore and build.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether analyzers look at the original when it is built. Where they do not, they still look at every tree that is judged, as far as it differs: so that is for
    /// whoever does not ask what they say of the original.
    /// </summary>
    public bool AnalyzesOriginal { get; init; } = true;

    /// <summary>Environment variables for every build and test.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Globs of the test projects to use, relative to the target; empty for all.</summary>
    public IReadOnlyList<string> TestProjects { get; init; } = [];

    /// <summary>Globs of the product projects to plant bugs in, relative to the target; empty for all that the tests reference.</summary>
    public IReadOnlyList<string> ProductProjects { get; init; } = [];

    /// <summary>Whether builds and tests are shut in, without a network, where this machine can.</summary>
    public bool Boxed { get; init; } = true;

    /// <summary>What they are shut in with; <see langword="null"/> for nothing.</summary>
    public Sandbox? Sandbox { get; init; }

    /// <summary>The longest a restore and build may take.</summary>
    public TimeSpan BuildLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest that one run of all tests may take; the baseline's own time shortens it.</summary>
    public TimeSpan TestLimit { get; init; } = TimeSpan.FromMinutes(10);
}
