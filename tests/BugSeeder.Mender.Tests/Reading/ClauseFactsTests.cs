using BugSeeder.Mender.Reading;
using BugSeeder.Mender.Repairing;
using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Tests.Reading;

public sealed class ClauseFactsTests
{
    [Fact]
    public void Numbers_shares_texts_and_names_of_the_clause_and_its_section_are_kept()
    {
        var facts = ClauseFacts.Of([CheckOf("Discounts.Seniors(80m)", "8m", throws: false, "Seniors get 10 percent, at most 15.00, called \"Seniors\".")], [], []);

        facts.Numbers.ShouldBe(["10", "15.00", "0.1"], ignoreOrder: true);
        facts.Texts.ShouldContain("Seniors");
        facts.Names.ShouldContain("Discounts");
        facts.Exceptions.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_told_in_words_is_known_from_what_an_example_hands_in()
    {
        var facts = ClauseFacts.Of([CheckOf("Lines.Read(7)", "1", throws: false, "A line of more than 200 signs is refused, or of `30`.\n\n```csharp\nLines.Read(7) // => 1\n```\n\n| `5` |\n")], [], []);

        facts.Told.ShouldBe(["200"]);
        facts.Numbers.ShouldContain("7");
    }

    [Fact]
    public void Numbers_in_words_are_numbers_and_the_first_is_none()
    {
        var facts = ClauseFacts.Of([CheckOf("Codes.IsOne(7)", "true", throws: false, "A code has four to eight digits; the fifth wrong one locks the first door for half an hour.")], [], []);

        facts.Numbers.ShouldBe(["4", "8", "5"], ignoreOrder: true);
        facts.Told.ShouldBe(["4", "8", "5"], ignoreOrder: true);
    }

    [Fact]
    public void A_quotation_mark_in_code_opens_no_quotation() =>
        ClauseFacts.Of([CheckOf("Html.Of(1)", "1", throws: false, "HTML must have `\"` and `'` replaced with `&quot;` and `&#39;`.")], [], []).Texts.ShouldBe(["\"", "'", "&quot;", "&#39;"]);

    [Fact]
    public void An_exception_that_should_come_is_kept() =>
        ClauseFacts.Of([CheckOf("Order.Total(0)", "ArgumentException: count", throws: true, "")], [], []).Exceptions.ShouldBe(["ArgumentException"]);

    [Fact]
    public void A_failing_test_says_which_type_it_is_about_and_what_it_expects()
    {
        var facts = ClauseFacts.Of([], [new("Shop.Tests.OrderTests", "M", "[Fact] public void M() { Assert.Throws<OrderException>(() => Order.Parse(\"x;y\", ';')); Assert.Equal(12.5m, Order.Total(7)); }")], []);

        facts.Subjects.ShouldBe(["Order"]);
        facts.Names.ShouldContain("Total");
        facts.Exceptions.ShouldBe(["OrderException"]);
        facts.TestNumbers.ShouldBe(["12.5", "7"]);
        facts.TestTexts.ShouldBe(["x;y", ";"]);
        facts.Numbers.ShouldBeEmpty();
    }

    private static Check CheckOf(string expression, string outcome, bool throws, string context) =>
        new(new("", expression, outcome, throws, []), new Clause("c", false, ClauseKind.Example, "", "", new("s.md", 1, 1, 1, 0, 0)), "Heading", context);
}
