using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking;

/// <summary>A rule in words, with a spec that it finds something in and one that it leaves alone. It is the documentation, and tests run it.</summary>
/// <param name="Id">Its name in configuration and results.</param>
/// <param name="Wrong">What it finds, in one sentence.</param>
/// <param name="Why">Why that misleads, in one sentence.</param>
/// <param name="Remedy">What to write instead.</param>
/// <param name="Severity">How much it matters unless the configuration says otherwise.</param>
/// <param name="Bad">A spec that it finds something in.</param>
/// <param name="Good">The same, mended.</param>
internal sealed record SpecRuleCard(string Id, string Wrong, string Why, string Remedy, FindingSeverity Severity, string Bad, string Good)
{
    /// <summary>Whether it needs the target's code.</summary>
    public bool NeedsTarget { get; init; }

    /// <summary>The product's code that the examples are about, where it needs some.</summary>
    public string Product { get; init; } = "";

    /// <summary>The tests' code that the examples are about, where it needs some.</summary>
    public string Tests { get; init; } = "";

    /// <summary>More specs that it finds something in.</summary>
    public IReadOnlyList<string> FindsToo { get; init; } = [];

    /// <summary>Specs that look similar and are left alone.</summary>
    public IReadOnlyList<string> LeavesAlone { get; init; } = [];

    /// <summary>The same for those who show it.</summary>
    public SpecRuleInfo Info => new(Id, Wrong, Why, Severity, NeedsTarget);
}
