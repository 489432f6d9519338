using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking;

/// <summary>Every rule, by id. Adding a file adds a rule.</summary>
public static class SpecRuleCatalogue
{
    /// <summary>The rules.</summary>
    internal static IReadOnlyList<SpecRule> All { get; } =
    [
        .. typeof(SpecRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SpecRule)) && !type.IsAbstract)
            .Select(type => (SpecRule)Activator.CreateInstance(type)!)
            .OrderBy(rule => rule.Card.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rules in words.</summary>
    public static IReadOnlyList<SpecRuleInfo> Rules { get; } = [.. All.Select(rule => rule.Card.Info)];
}
