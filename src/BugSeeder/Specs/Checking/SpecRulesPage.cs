using System.Text;

namespace BugSeeder.Specs.Checking;

/// <summary>The page that documents every rule of <c>spec check</c>. It is made from the cards, so it cannot say what they do not do.</summary>
public static class SpecRulesPage
{
    /// <summary>The whole page as Markdown, with LF line endings.</summary>
    public static string Render()
    {
        var page = new StringBuilder();
        page.Append("# Rules of `spec check`\n\n")
            .Append("What they find is advice and never part of a grade. This page is generated from the cards in the code, and tests run every example on it; to change it, change a card and run ")
            .Append("`bugseeder spec check --rules`.\n\n")
            .Append("Severities are set under `specCheck` in bugseeder.yml: `off`, `note`, `warning` or `error`. A finding of severity `error` makes the command end with exit code 2.\n\n")
            .Append("| rule | finds | severity | needs the target's code |\n| --- | --- | --- | --- |\n");
        foreach (var card in SpecRuleCatalogue.All.Select(rule => rule.Card))
            page.Append($"| [{card.Id}](#{card.Id}) | {card.Wrong} | {Word(card)} | {(card.NeedsTarget ? "yes" : "")} |\n");
        foreach (var card in SpecRuleCatalogue.All.Select(rule => rule.Card))
            Append(page, card);
        return page.ToString();
    }

    private static void Append(StringBuilder page, SpecRuleCard card)
    {
        page.Append($"\n## {card.Id}\n\n{card.Wrong} {card.Why}\n\n**Instead:** {card.Remedy}\n");
        if (card.Product.Length > 0)
            page.Append($"\nWith this product:\n\n```csharp\n{card.Product.Trim()}\n```\n");
        if (card.Tests.Length > 0)
            page.Append($"\nand these tests:\n\n```csharp\n{card.Tests.Trim()}\n```\n");
        page.Append($"\nFound:\n\n````markdown\n{card.Bad.Trim()}\n````\n\nLeft alone:\n\n````markdown\n{card.Good.Trim()}\n````\n");
    }

    private static string Word(SpecRuleCard card) => card.Severity.ToString().ToLowerInvariant();
}
