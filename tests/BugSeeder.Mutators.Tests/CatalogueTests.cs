using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BugSeeder.Model.Bugs;
using Shouldly;
using Xunit;

namespace BugSeeder.Mutators.Tests;

public sealed partial class CatalogueTests
{
    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "mutators"));

    [Fact]
    public void Ids_are_unique_kebab_case_and_in_order()
    {
        var ids = MutatorCatalogue.All.Select(mutator => mutator.Card.Id).ToList();
        ids.ShouldBeUnique();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        foreach (var id in ids)
            Kebab().IsMatch(id).ShouldBeTrue(id);
    }

    [Fact]
    public void A_mutator_is_named_after_its_mistake_and_so_is_its_file()
    {
        foreach (var mutator in MutatorCatalogue.All)
        {
            var name = string.Concat(mutator.Card.Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            mutator.GetType().Name.ShouldBe(name);
            mutator.GetType().IsSealed.ShouldBeTrue(name);
            var folder = mutator.GetType().Namespace!.Split('.')[^1];
            File.Exists(Path.Combine(Folder(), folder, name + ".cs")).ShouldBeTrue($"{folder}/{name}.cs");
        }
    }

    [Fact]
    public void Every_class_has_several_mutators()
    {
        foreach (var bugClass in Enum.GetValues<BugClass>())
            MutatorCatalogue.All.Count(mutator => mutator.Card.Class == bugClass).ShouldBeGreaterThanOrEqualTo(4, bugClass.ToString());
    }

    [Fact]
    public void A_mistake_is_one_sentence()
    {
        foreach (var card in MutatorCatalogue.All.Select(mutator => mutator.Card))
        {
            char.IsUpper(card.Mistake[0]).ShouldBeTrue(card.Id);
            card.Mistake.ShouldEndWith(".", customMessage: card.Id);
        }
    }

    [Fact]
    public void The_committed_page_is_what_the_cards_say()
    {
        var file = Path.Combine(Folder(), "CATALOGUE.md");
        var page = CataloguePage.Render();
        if (File.Exists(file) && File.ReadAllText(file) == page)
            return;
        var received = Path.Combine(AppContext.BaseDirectory, "CATALOGUE.received.md");
        File.WriteAllText(received, page);
        Assert.Fail($"mutators/CATALOGUE.md is stale. Copy {received} over it, or run `bugseeder mutators --markdown > mutators/CATALOGUE.md`.");
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();
}
