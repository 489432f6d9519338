using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>How a trial ended, and why it was classed so.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was classed so.</param>
public sealed record Ending(TrialOutcome Outcome, string Reason);
