namespace BugSeeder.Model.Specs;

/// <summary>How much a finding of <c>spec check</c> matters. The levels are those of SARIF.</summary>
public enum FindingSeverity
{
    /// <summary>The rule is switched off.</summary>
    Off,

    /// <summary>Worth a look.</summary>
    Note,

    /// <summary>Likely to mislead.</summary>
    Warning,

    /// <summary>The spec is wrong as it stands; the command ends with exit code 2.</summary>
    Error,
}

/// <summary>Something in a spec that is likely to mislead whoever works from it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong, and with what.</param>
/// <param name="Remedy">What to write instead.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Section">The id of the section it stands in.</param>
/// <param name="Clause">The id of the clause it stands in; <see langword="null"/> outside of any.</param>
public sealed record Finding(string Rule, FindingSeverity Severity, string Message, string Remedy, SpecPlace Place, string Section, string? Clause);

/// <summary>A rule of <c>spec check</c>, for those who show it.</summary>
/// <param name="Id">Its name in configuration and results.</param>
/// <param name="Wrong">What it finds, in one sentence.</param>
/// <param name="Why">Why that misleads, in one sentence.</param>
/// <param name="Severity">How much it matters unless the configuration says otherwise.</param>
/// <param name="NeedsTarget">Whether it needs the target's code.</param>
public sealed record SpecRuleInfo(string Id, string Wrong, string Why, FindingSeverity Severity, bool NeedsTarget);

/// <summary>What <c>spec check</c> found in one spec.</summary>
/// <param name="Spec">How the user named it.</param>
/// <param name="Clauses">How many clauses it has.</param>
/// <param name="Findings">The findings, in the order of the text.</param>
/// <param name="PassedOver">Rules that could not be applied, with the reason.</param>
public sealed record SpecCheckResult(string Spec, int Clauses, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> PassedOver);
