using BugSeeder.Mender.Reading;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Mender.Tests.Reading;

public sealed class CheckReaderTests
{
    [Theory]
    [InlineData("```csharp\nOrder.Total(7, 3) // => 21\n```", "Order.Total(7, 3) gives 21")]
    [InlineData("```csharp\nOrder.Total(7, 0) // throws ArgumentException\n```", "Order.Total(7, 0) throws ArgumentException")]
    [InlineData("The first is that `Order.Total(7, 3)` must be `21`.", "Order.Total(7, 3) gives 21")]
    [InlineData("- `Order.Total(7, 0)` must throw nothing else: `Order.Total(7, 0)` throws an `ArgumentException`.", "Order.Total(7, 0) throws ArgumentException")]
    [InlineData("- It must be so that `Limits.Most` equals `50`.", "Limits.Most gives 50")]
    public void What_a_spec_states_becomes_a_check(string text, string check) =>
        Read($"# Orders\n\n{text}\n").Checks.Select(each => each.Text).ShouldBe([check]);

    [Theory]
    [InlineData("var a = Size.Of(7);\n\na.Bits;      // 56\na.Name();  // \"seven\"", "a.Bits gives 56|a.Name() gives \"seven\"")]
    [InlineData("var b = Size.Of(7) * 2; // 14\nb.Add(3);\nb.Total(); // -1.5", "Size.Of(7) * 2 gives 14|b.Total() gives -1.5")]
    [InlineData("var result = Size.Of(7).Evaluate();\n// 17", "Size.Of(7).Evaluate() gives 17")]
    [InlineData("Size.Of(7).ToString(); // 7 b", "Size.Of(7).ToString() gives \"7 b\"")]
    [InlineData("Size.Of(7); // Same as above.\nvar c = 3; // 4\n// 5", "")]
    [InlineData("Size.Of(7) // => 3", "Size.Of(7) gives 3")]
    public void A_value_in_a_plain_comment_becomes_a_check(string code, string checks) =>
        string.Join('|', Read($"# Sizes\n\n```c#\n{code}\n```\n").Checks.Select(each => each.Text)).ShouldBe(checks);

    [Fact]
    public void What_is_said_above_examples_is_said_of_them() =>
        Read("# Lines\n\n## Rows\n\n- A line of more than 200 signs must be refused.\n\n### Examples\n\n```csharp\nLines.Read(7) // => 1\n```\n\n## Files\n\n- At most 9.\n").Checks.ShouldHaveSingleItem().Context.ShouldSatisfyAllConditions(text => text.ShouldContain("200"), text => text.ShouldNotContain("9."));

    [Fact]
    public void What_a_comment_shows_is_run_after_what_the_block_does_before_and_not_after_what_it_only_shows()
    {
        var checks = Read("# Sizes\n\n```csharp\nvar a = Size.Of(7);\na.Bits; // 56\na.Add(3);\na.Bits; // 80\n```\n").Checks;

        checks[1].Example.Setup.ShouldBe("var a = Size.Of(7);\na.Add(3);");
        checks.ShouldAllBe(check => check.IsShown);
    }

    [Fact]
    public void Rows_of_a_table_under_a_call_become_checks() =>
        Read("""
            # Orders

            ## `Order.Total(price, count)`

            | price | count | result |
            |-------|-------|--------|
            | `7`   | `3`   | `21`   |
            | `7`   | `0`   | `throws ArgumentException` |
            """).Checks.Select(check => check.Text).ShouldBe(["Order.Total(7, 3) gives 21", "Order.Total(7, 0) throws ArgumentException"]);

    [Theory]
    [InlineData("- A total of `50` must be shipped for `0`.")]
    [InlineData("- `Count` must be `3`.")]
    [InlineData("- Prices must be right.")]
    public void What_cannot_be_tried_is_listed_and_nothing_is_made_up(string text)
    {
        var read = Read($"# Orders\n\n{text}\n");

        read.Checks.ShouldBeEmpty();
        read.Unread.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_scenario_in_code_becomes_checks_that_run_its_steps()
    {
        var checks = Read("# Carts\n\n**Scenario: two.** Given an empty `var cart = new Cart()`,\nwhen `cart.Add(3)` and `cart.Add(4)` were called, then `cart.Total` is `7` and `cart.Count` is `2`.\n").Checks;

        checks.Select(check => check.Text).ShouldBe(["cart.Total gives 7", "cart.Count gives 2"]);
        checks[0].Example.Setup.ShouldBe("var cart = new Cart();\ncart.Add(3);\ncart.Add(4);");
    }

    [Fact]
    public void A_scenario_may_end_with_an_exception() =>
        Read("# Carts\n\nGiven `var cart = new Cart()`, when `cart.Add(-1)`, then it fails with `ArgumentException`.\n").Checks.ShouldHaveSingleItem().Text.ShouldBe("cart.Add(-1) throws ArgumentException");

    [Theory]
    [InlineData("Given a cart with `3` things, when `cart.Add(4)`, then `cart.Total` is `7`.")]
    [InlineData("Given a cart, when something is added, then `cart.Total` is `7`.")]
    public void A_scenario_that_tells_more_than_its_code_is_listed(string scenario) =>
        Read($"# Carts\n\n{scenario}\n").Checks.ShouldBeEmpty();

    [Fact]
    public void The_same_said_twice_is_one_check() =>
        Read("# A\n\n```csharp\nOrder.Total(7, 3) // => 21\n```\n\n# B\n\n```csharp\nOrder.Total(7, 3) // => 21\n```\n").Checks.Count.ShouldBe(1);

    private static SpecChecks Read(string text) => CheckReader.Read(SpecReader.Read("s", [KeyValuePair.Create("s.md", text)]));
}
