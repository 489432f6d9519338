using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Tests.Repairing;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Mender.Tests.Comparing;

public sealed class RefusalTests
{
    private const string Code = """
        public sealed class Ticket { public Ticket(string zoo, decimal price, int seats) { } public static int Count(string zoo, int year) => 0; public void Wait(TimeSpan pause) { } public static int Free(string zoo, decimal price) => 0; }
        """;

    [Theory]
    [InlineData("A negative price must be refused with `ArgumentException`.", "new Ticket(\"Zoo\", -1m, 2) throws ArgumentException")]
    [InlineData("Prices are in euro. A blank zoo must be refused with `ArgumentException`.", "new Ticket(\"\", 12m, 2) throws ArgumentException|new Ticket(\"  \", 12m, 2) throws ArgumentException|Ticket.Count(\"\", 2020) throws ArgumentException|Ticket.Count(\"  \", 2020) throws ArgumentException")]
    [InlineData("Seats of zero or below must fail with `ArgumentOutOfRangeException`.", "new Ticket(\"Zoo\", 12m, 0) throws ArgumentOutOfRangeException|new Ticket(\"Zoo\", 12m, -1) throws ArgumentOutOfRangeException")]
    [InlineData("Years before 1900 or after 2199 must be refused with `ArgumentException`.", "Ticket.Count(\"Zoo\", 1899) throws ArgumentException|Ticket.Count(\"Zoo\", 2200) throws ArgumentException")]
    [InlineData("Nothing in a `Ticket` may be negative (`ArgumentException`).", "new Ticket(\"Zoo\", -1m, 2) throws ArgumentException|new Ticket(\"Zoo\", 12m, -1) throws ArgumentException")]
    [InlineData("A seat must be there and prices must not be negative; anything else is refused with `ArgumentException`.", "new Ticket(\"Zoo\", -1m, 2) throws ArgumentException")]
    [InlineData("A negative price must be refused with `FormatException`.", "")]
    [InlineData("A negative weight must be refused with `ArgumentException`.", "")]
    [InlineData("A negative price must be shown in red.", "")]
    public void What_is_refused_is_tried_in_the_place_of_what_an_example_gives(string clause, string checks) =>
        string.Join('|', Derived(clause).Select(check => check.Text)).ShouldBe(checks);

    [Fact]
    public void The_clause_is_the_one_that_says_it() =>
        Derived("A negative price must be refused with `ArgumentException`.").ShouldHaveSingleItem().Source.Id.ShouldBe("T-1");

    private static IReadOnlyList<Mender.Reading.Check> Derived(string clause) => Refusals.Of(
        StatedSpec.Of(SpecReader.Read("s", [KeyValuePair.Create("s.md", $"## Tickets\n\n- **T-1** {clause}\n\n```csharp\nnew Ticket(\"Zoo\", 12m, 2) // => null\nTicket.Count(\"Zoo\", 2020) // => 3\nTicket.Free(\"Zoo\", 1m) // => 0\nnew Ticket(\"\", 0m, 99) // throws ArgumentException\nTicket.Count(\"Ark\", 1) // throws ArgumentException\n```\n")])),
        [PatternBench.File(Code)],
        TestContext.Current.CancellationToken);
}
