using BugSeeder.Execution.Builds;
using BugSeeder.Model.Specs;

namespace BugSeeder.Pipeline;

/// <summary>What to do with specs of a target.</summary>
/// <param name="Target">The target's folder.</param>
/// <param name="Settings">How the target is built and tested.</param>
/// <param name="Specs">Paths of the spec variants.</param>
/// <param name="Bank">The bank whose bugs are traced; <see langword="null"/> for the only one there is.</param>
/// <param name="Matrix">A traceability matrix, relative to the target; <see langword="null"/> without one.</param>
/// <param name="Severities">How much rules of the check matter, where it is not their own word.</param>
public sealed record SpecRequest(
    string Target,
    TargetSettings Settings,
    IReadOnlyList<string> Specs,
    string? Bank,
    string? Matrix,
    IReadOnlyDictionary<string, FindingSeverity> Severities);

/// <summary>A spec with its trace, and where that is kept.</summary>
/// <param name="Path">How the user named the spec.</param>
/// <param name="Spec">The spec.</param>
/// <param name="Trace">Its links.</param>
/// <param name="File">The file that holds them.</param>
public sealed record TracedSpec(string Path, Spec Spec, Trace Trace, string File);
