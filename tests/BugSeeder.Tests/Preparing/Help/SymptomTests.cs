using BugSeeder.Model.Bugs;
using BugSeeder.Preparing.Help;

namespace BugSeeder.Tests.Preparing.Help;

public sealed class SymptomTests
{
    [Theory]
    [InlineData("Assert.Equal() Failure: Values differ\nExpected: 3\nActual:   4", "3", "4")]
    [InlineData("Assert.Equal() Failure: Strings differ\n           ↓ (pos 0)\nExpected: \"a b\"\nActual:   \"b\"", "\"a b\"", "\"b\"")]
    [InlineData("  Expected: 12.5m\r\n  But was:  12.4m\r\n", "12.5m", "12.4m")]
    [InlineData("Assert.AreEqual failed. Expected:<7>. Actual:<8>. ", "7", "8")]
    [InlineData("total\n    should be\n3\n    but was\n4", "3", "4")]
    [InlineData("Expected total to be 5, but found 6 (difference of 1).", "5", "6 (difference of 1)")]
    [InlineData("Assert.Equal() Failure\nExpected: Bill { Total = 3 }\nActual:   Bill { Total = 4 }", "{ Total = 3 }", "{ Total = 4 }")]
    [InlineData("Assert.Throws() Failure: No exception was thrown\nExpected: typeof(System.ArgumentException)\nActual:   null", null, "null")]
    public void Expected_and_actual_values_are_read_from_the_message_of_each_framework(string message, string? expected, string? actual)
    {
        var read = FailureMessage.Read(message);

        read.Expected.ShouldBe(expected);
        read.Actual.ShouldBe(actual);
    }

    [Fact]
    public void A_user_tells_inputs_and_values_and_no_name_of_the_code()
    {
        var told = Symptom.Of(Bug("Shop.Tests::Shop.CartTests.Total_with_CartTotals_is_rounded(amount: 1.005, culture: \"de\")"), Message("Expected: 1.01\nActual:   1.00"));

        told.ShouldBe("- In the case \"total with cart totals is rounded\", with amount 1.005, culture \"de\", the result is 1.00, where 1.01 is right.");
    }

    [Fact]
    public void Names_in_values_are_written_as_words()
    {
        var told = Symptom.Of(Bug("Shop.Tests::Shop.CartTests.Shown"), Message("Expected: \"CartTotals: 3\"\nActual:   \"CartTotals: 4\""));

        foreach (var name in new[] { "CartTotals", "RoundedSum", "Shop.CartTotals" })
            told.ShouldNotContain(name);
        told.ShouldContain("cart totals: 4");
    }

    [Fact]
    public void An_error_is_told_without_its_type() =>
        Symptom.Of(Bug("Shop.Tests::Shop.CartTests.Adds"), Message("System.InvalidOperationException : Sequence contains no elements")).ShouldBe("- In the case \"adds\" it stops with an error, where it should not.");

    private static Bug Bug(string witness) => new(
        1, "b01-aaaaaa", new Seed("s", SeedSource.Hand, "hand", BugClass.Literal, [], "Another value.", [], new CodePlace("src/Shop/CartTotals.cs", 3, 3, "Shop.CartTotals.RoundedSum")), [witness], [""], 5, [], CommentBeside: false);

    private static Dictionary<string, string> Message(string message) =>
        new[] { "Shop.Tests::Shop.CartTests.Total_with_CartTotals_is_rounded(amount: 1.005, culture: \"de\")", "Shop.Tests::Shop.CartTests.Shown", "Shop.Tests::Shop.CartTests.Adds" }.ToDictionary(test => test, _ => message, StringComparer.Ordinal);
}
