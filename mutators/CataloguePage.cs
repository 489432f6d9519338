using System.Text;
using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.FromPacks;
using BugSeeder.Mutators.FromStryker;

namespace BugSeeder.Mutators;

/// <summary>The page that documents every mutator. It is made from the cards, so it cannot say what they do not do.</summary>
public static class CataloguePage
{
    /// <summary>Every mutator in a line of its own, ours first.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries { get; } = EntriesWith(Packs.Shipped);

    /// <summary>Every mutator in a line of its own, with the rules of some packs.</summary>
    /// <param name="packs">The packs.</param>
    public static IReadOnlyList<CatalogueEntry> EntriesWith(IEnumerable<Pack> packs) =>
    [
        .. MutatorCatalogue.All.Select(mutator => new CatalogueEntry(mutator.Card.Id, SeedSource.BugSeeder, mutator.Card.Class, mutator.Card.Traits, mutator.Card.Mistake)),
        .. packs.SelectMany(pack => pack.Cards).Select(card => new CatalogueEntry(card.Id, SeedSource.Pack, card.Class, card.Traits, card.Mistake)),
        .. StrykerMutators.All.Select(mutator => new CatalogueEntry(mutator.Id, SeedSource.Stryker, mutator.Class, [], mutator.Mistake)),
    ];

    /// <summary>The whole page as Markdown, with LF line endings.</summary>
    public static string Render()
    {
        var page = new StringBuilder();
        page.Append("# Mutators\n\n")
            .Append("One mutator makes one kind of mistake wherever it can be made. This page is generated from the cards in the code, and tests run every ")
            .Append("example on it; to change it, change a card and run `bugseeder mutators --markdown`.\n\n")
            .Append($"BugSeeder has {MutatorCatalogue.All.Count} of its own, {Packs.Shipped.Sum(pack => pack.Cards.Count())} in declarative packs, and all {StrykerMutators.All.Count} of Stryker.NET's. ")
            .Append("The mistakes marked *repeats* are also made at two or three places alike: in one member, or across the members of one type.\n");
        AppendTraits(page);
        foreach (var bugClass in Enum.GetValues<BugClass>())
            AppendClass(page, bugClass);
        AppendPacks(page);
        AppendStryker(page);
        return page.ToString();
    }

    private static void AppendClass(StringBuilder page, BugClass bugClass)
    {
        var cards = MutatorCatalogue.All.Select(mutator => mutator.Card).Where(card => card.Class == bugClass).ToList();
        page.Append($"\n## {Title(bugClass)} ({cards.Count})\n\n{Head}");
        foreach (var card in cards)
            page.Append(Row(card));
    }

    private const string Head = "| id | mistake | before → after | |\n| --- | --- | --- | --- |\n";

    private static string Row(MutatorCard card) =>
        $"| {card.Id} | {card.Mistake} | {Code(card.Before)} → {Code(card.After)} | {string.Join(", ", card.Traits.Select(trait => $"{trait}").Concat(card.Repeats ? ["repeats"] : []))} |\n";

    /// <summary>How many mutators there are for each production trait.</summary>
    private static void AppendTraits(StringBuilder page)
    {
        page.Append("\n| production trait | mutators |\n| --- | --- |\n");
        foreach (var trait in Enum.GetValues<ProductionTrait>())
            page.Append($"| {trait} | {string.Join(", ", Entries.Where(entry => entry.Traits.Contains(trait)).Select(entry => entry.Id))} |\n");
    }

    private static void AppendPacks(StringBuilder page)
    {
        foreach (var pack in Packs.Shipped)
        {
            page.Append($"\n## Pack {pack.Name} ({pack.Cards.Count()})\n\n{pack.Description}\n\n{Head}");
            foreach (var card in pack.Cards)
                page.Append(Row(card));
        }
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
