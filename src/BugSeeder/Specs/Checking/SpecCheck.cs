using BugSeeder.Model;
using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking;

/// <summary>Applies every rule to a spec. What it finds is advice, and never part of a grade.</summary>
public static class SpecCheck
{
    /// <summary>Checks a spec.</summary>
    /// <param name="check">The spec.</param>
    /// <param name="severities">How much rules matter, where it is not their own word.</param>
    /// <param name="withoutCode">Why there is no code, where there is none.</param>
    internal static SpecCheckResult Of(CheckedSpec check, IReadOnlyDictionary<string, FindingSeverity> severities, string withoutCode)
    {
        var findings = new List<Finding>();
        var passedOver = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in SpecRuleCatalogue.All)
        {
            var card = rule.Card;
            var severity = severities.GetValueOrDefault(card.Id, card.Severity);
            if (severity == FindingSeverity.Off)
                passedOver[card.Id] = "the configuration switches it off";
            else if (card.NeedsTarget && check.Code is null)
                passedOver[card.Id] = withoutCode;
            else
                findings.AddRange(rule.In(check).Select(flaw => FindingOf(flaw, card, severity, check.Spec)));
        }

        var order = check.Spec.Files.Select(file => file.Path).ToList();
        return new(
            check.Spec.Name, check.Spec.AllClauses.Count(),
            [.. findings.OrderBy(finding => order.IndexOf(finding.Place.File)).ThenBy(finding => finding.Place.Start).ThenBy(finding => finding.Rule, StringComparer.Ordinal)],
            passedOver);
    }

    /// <summary>The severities that a configuration gives.</summary>
    /// <exception cref="UserError">It names a rule or a severity that there is not.</exception>
    public static IReadOnlyDictionary<string, FindingSeverity> Severities(IReadOnlyDictionary<string, string> configured)
    {
        if (configured.Keys.FirstOrDefault(id => SpecRuleCatalogue.All.All(rule => rule.Card.Id != id)) is { } unknown)
            throw new UserError($"`specCheck` in the configuration names the rule '{unknown}', which there is not.", $"There are: {string.Join(", ", SpecRuleCatalogue.All.Select(rule => rule.Card.Id))}.");
        if (configured.FirstOrDefault(entry => !Enum.TryParse<FindingSeverity>(entry.Value, ignoreCase: true, out _) || entry.Value.All(char.IsDigit)) is { Key: not null } wrong)
            throw new UserError($"`specCheck` in the configuration sets '{wrong.Key}' to '{wrong.Value}'.", "Set it to off, note, warning or error.");
        return configured.ToDictionary(entry => entry.Key, entry => Enum.Parse<FindingSeverity>(entry.Value, ignoreCase: true), StringComparer.Ordinal);
    }

    private static Finding FindingOf(Flaw flaw, SpecRuleCard card, FindingSeverity severity, Spec spec)
    {
        bool Holds(SpecPlace outer) => outer.File == flaw.Place.File && outer.Start <= flaw.Place.Start && flaw.Place.Start < outer.Start + Math.Max(1, outer.Length);
        var section = spec.AllSections.LastOrDefault(section => Holds(section.Place));
        return new(card.Id, severity, flaw.Message, card.Remedy, flaw.Place, section?.Id ?? "", section?.Clauses.FirstOrDefault(clause => Holds(clause.Place))?.Id);
    }
}
