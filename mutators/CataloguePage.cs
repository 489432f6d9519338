using System.Text;
using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.FromStryker;

namespace BugSeeder.Mutators;

/// <summary>The page that documents every mutator. It is made from the cards, so it cannot say what they do not do.</summary>
public static class CataloguePage
{
    /// <summary>Every mutator in a line of its own, ours first.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        .. MutatorCatalogue.All.Select(mutator => new CatalogueEntry(mutator.Card.Id, SeedSource.BugSeeder, mutator.Card.Class, mutator.Card.Traits, mutator.Card.Mistake)),
        .. StrykerMutators.All.Select(mutator => new CatalogueEntry(mutator.Id, SeedSource.Stryker, mutator.Class, [], mutator.Mistake)),
    ];

    /// <summary>The whole page as Markdown, with LF line endings.</summary>
    public static string Render()
    {
        var page = new StringBuilder();
        page.Append("# Mutators\n\n")
            .Append("One mutator makes one kind of mistake wherever it can be made. This page is generated from the cards in the code, and tests run every ")
            .Append("example on it; to change it, change a card and run `bugseeder mutators --markdown`.\n\n")
            .Append($"BugSeeder has {MutatorCatalogue.All.Count} of its own, and all {StrykerMutators.All.Count} of Stryker.NET's.\n");
        foreach (var bugClass in Enum.GetValues<BugClass>())
            AppendClass(page, bugClass);
        AppendStryker(page);
        return page.ToString();
    }

    private static void AppendClass(StringBuilder page, BugClass bugClass)
    {
        var cards = MutatorCatalogue.All.Select(mutator => mutator.Card).Where(card => card.Class == bugClass).ToList();
        page.Append($"\n## {Title(bugClass)} ({cards.Count})\n\n| id | mistake | before → after | traits |\n| --- | --- | --- | --- |\n");
        foreach (var card in cards)
            page.Append($"| {card.Id} | {card.Mistake} | {Code(card.Before)} → {Code(card.After)} | {string.Join(", ", card.Traits)} |\n");
    }

    private static void AppendStryker(StringBuilder page)
    {
        page.Append($"\n## From Stryker.NET ({StrykerMutators.All.Count})\n\n")
            .Append("Where Stryker's replacement would show that a tool made it, it is turned into what a person would have written, or dropped.\n\n")
            .Append("| id | Stryker's | mistake | class |\n| --- | --- | --- | --- |\n");
        foreach (var mutator in StrykerMutators.All)
            page.Append($"| {mutator.Id} | {mutator.InnerName} | {mutator.Mistake} | {Classes(mutator)} |\n");
    }

    private static string Classes(StrykerMutator mutator) => string.Join(", ", new[] { $"{mutator.Class}" }
        .Concat(mutator.Exceptions.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} for {pair.Key}")));

    private static string Code(string code) => $"`{code.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Title(BugClass bugClass) => bugClass switch
    {
        BugClass.WrongReference => "Wrong identifier, member or caller",
        BugClass.Omission => "Missing guard, branch or statement",
        BugClass.WrongCall => "Wrong method, overload or argument",
        BugClass.Condition => "Condition changed",
        BugClass.Literal => "Literal, default or initialiser",
        BugClass.DotNetSemantics => ".NET semantics",
        BugClass.Arithmetic => "Arithmetic and boundary",
        BugClass.Exception => "Exception and resource",
        _ => throw new ArgumentOutOfRangeException(nameof(bugClass), bugClass, "No such class."),
    };
}

/// <summary>A mutator in the catalogue.</summary>
/// <param name="Id">Its name on the command line and in banks.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Class">What kind of slip it makes.</param>
/// <param name="Traits">Production traits that the mistake always has.</param>
/// <param name="Mistake">The mistake in one sentence.</param>
public sealed record CatalogueEntry(string Id, SeedSource Source, BugClass Class, IReadOnlyList<ProductionTrait> Traits, string Mistake);
