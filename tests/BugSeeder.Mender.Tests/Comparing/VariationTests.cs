using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Reading;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Mender.Tests.Comparing;

public sealed class VariationTests
{
    private const string Culture = "## General\n\n- **G-1** Texts must be the same under every culture.\n\n";

    [Fact]
    public void Where_culture_makes_no_difference_examples_with_text_are_tried_under_another_one()
    {
        var made = Of($"{Culture}## Tickets\n\n```csharp\nTicket.Label(3.5m) // => \"3.50\"\nTicket.Price(2) // => 7\nTicket.Price(-1) // throws ArgumentException\n```").ShouldHaveSingleItem();

        made.Example.Expression.ShouldBe("Ticket.Label(3.5m)");
        made.Example.Setup.ShouldContain("NumberDecimalSeparator = \",\"");
        made.Source.Text.ShouldContain("every culture");
        made.Text.ShouldEndWith("under another culture");
    }

    [Theory]
    [InlineData("Ticket.Price(2).ToString() // => \"7.5\"")]
    [InlineData("$\"{Ticket.Price(2)}\" // => \"7.5\"")]
    [InlineData("Ticket.Of(decimal.Parse(\"2.5\")) // => 7")]
    public void An_example_that_formats_by_itself_is_left_as_it_is(string line) => Of($"{Culture}## Tickets\n\n```csharp\n{line}\n```").ShouldBeEmpty();

    [Fact]
    public void Without_such_a_clause_nothing_is_varied() => Of("## Tickets\n\n- **T-1** Labels must be short.\n\n```csharp\nTicket.Label(3.5m) // => \"3.50\"\n```").ShouldBeEmpty();

    [Fact]
    public void What_may_be_given_in_any_order_is_given_in_the_reverse_one()
    {
        var made = Of("## Tolls\n\n- **T-1** The toll must be that of the heaviest axle, whatever the order in which the axles were given.\n\n```csharp\nnew Toll(new[] { new Axle(3), new Axle(5) }, new[] { 1, 2 }).Due // => 9\n```").ShouldHaveSingleItem();

        made.Example.Expression.ShouldBe("new Toll(new[] { new Axle(5), new Axle(3) }, new[] { 1, 2 }).Due");
        made.Text.ShouldEndWith("in another order");
    }

    [Fact]
    public void Of_two_lists_neither_of_which_is_the_thing_none_is_turned_round() =>
        Of("## Tolls\n\n- **T-1** The toll must be the same whatever the order in which the axles were given.\n\n```csharp\nToll.Of(new[] { 1, 2 }, new[] { 3, 4 }) // => 9\n```").ShouldBeEmpty();

    private static IReadOnlyList<Check> Of(string text)
    {
        var spec = SpecReader.Read("s", [KeyValuePair.Create("s.md", text)]);
        return Variations.Of(StatedSpec.Of(spec), CheckReader.Read(spec).Checks);
    }
}
