using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking;

/// <summary>Something that misleads whoever works from a spec, described once and looked for everywhere.</summary>
internal abstract class SpecRule
{
    /// <summary>What it is, with the examples that document and test it.</summary>
    public abstract SpecRuleCard Card { get; }

    /// <summary>Every place where the spec has it. Nothing rather than a guess: a rule that cries wolf is worse than none.</summary>
    public abstract IEnumerable<Flaw> In(CheckedSpec check);
}

/// <summary>A place that a rule found.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">What is wrong there.</param>
internal sealed record Flaw(SpecPlace Place, string Message);
