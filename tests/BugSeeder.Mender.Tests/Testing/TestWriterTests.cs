using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Testing;
using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Tests.Testing;

public sealed class TestWriterTests
{
    [Theory]
    [InlineData("Order.Total(7, 3)", "21", false, "Xunit", "Assert.Equal(21, Order.Total(7, 3));")]
    [InlineData("Order.IsFree(7)", "true", false, "Xunit", "Assert.True(Order.IsFree(7));")]
    [InlineData("Order.Of(7)", "null", false, "Xunit", "Assert.Null(Order.Of(7));")]
    [InlineData("Order.Total(7, 0)", "ArgumentException", true, "Xunit", "Assert.ThrowsAny<ArgumentException>(() => Order.Total(7, 0));")]
    [InlineData("Order.Total(7, 3)", "21", false, "NUnit", "Assert.That(Order.Total(7, 3), Is.EqualTo(21));")]
    [InlineData("Order.Total(7, 0)", "ArgumentException", true, "NUnit", "Assert.That(() => Order.Total(7, 0), Throws.InstanceOf<ArgumentException>());")]
    [InlineData("Order.Parts()", "[1, 2]", false, "MSTest", "Assert.AreEqual(new[] { 1, 2 }, Order.Parts());")]
    public void An_example_is_asserted_as_people_write_it(string expression, string outcome, bool throws, string framework, string assertion) =>
        AssertionText.Of(new SpecExample("", expression, outcome, throws, []), Enum.Parse<TestFrameworkKind>(framework)).First().ShouldBe(assertion);
}
