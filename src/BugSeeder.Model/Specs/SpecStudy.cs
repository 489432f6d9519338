namespace BugSeeder.Model.Specs;

/// <summary>What was known of a spec variant before a run's first trial: its text, its links, and what the check found.</summary>
/// <param name="SchemaVersion">The version of this record's form.</param>
/// <param name="Briefing">The briefing that hands it out.</param>
/// <param name="Spec">The spec.</param>
/// <param name="Trace">Its links.</param>
/// <param name="Check">What <c>spec check</c> found.</param>
public sealed record SpecStudy(int SchemaVersion, string Briefing, Spec Spec, Trace Trace, SpecCheckResult Check);
