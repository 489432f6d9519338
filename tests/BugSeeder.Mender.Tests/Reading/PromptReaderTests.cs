using BugSeeder.Execution.Trees;
using BugSeeder.Mender.Reading;

namespace BugSeeder.Mender.Tests.Reading;

public sealed class PromptReaderTests
{
    private static readonly SourceTree Workspace = SourceTree.Of(((string[])["SPEC.md", "SPEC/a.md", "SPEC/b.md", "README.md", "src/Orders/Order.cs"]).Select(path => KeyValuePair.Create(path, TreeFile.OfText("x"))));

    [Theory]
    [InlineData("Check whether it behaves as the specification in the file `SPEC.md` says, and mend it.", "SPEC.md")]
    [InlineData("Compare it with the specification in the folder `SPEC`.", "SPEC/a.md,SPEC/b.md")]
    [InlineData("Read ./README.md (and SPEC.md).", "README.md,SPEC.md")]
    [InlineData("Read MISSING.md and `dotnet test`.", "")]
    public void Files_that_are_named_and_there_are_the_spec(string prompt, string specs) =>
        string.Join(',', PromptReader.Read(prompt, Workspace).Specs).ShouldBe(specs);

    [Fact]
    public void A_failing_test_is_taken_with_its_class()
    {
        var prompt = """
            This test fails (Orders.Tests.OrderTests.Totals_add_up(count: 3, total: 21), Orders.Tests.OrderTests.Totals_add_up(count: 4, total: 28)):

            ```csharp
            [Theory]
            [InlineData(3, 21)]
            public void Totals_add_up(int count, int total) => Assert.Equal(total, Order.Total(7, count));
            ```
            """;

        var test = PromptReader.Read(prompt, Workspace).FailingTests.ShouldHaveSingleItem();

        test.Class.ShouldBe("Orders.Tests.OrderTests");
        test.Method.ShouldBe("Totals_add_up");
        test.Text.ShouldStartWith("[Theory]");
    }

    [Theory]
    [InlineData("The mistake is in the file `src/Orders/Order.cs`, in `Orders.Order.Total`, in lines 4 to 6.", 4, 6)]
    [InlineData("The mistake is in the file `src/Orders/Order.cs`, in line 9.", 9, 9)]
    [InlineData("Look at src/Orders/Order.cs.", null, null)]
    public void A_place_is_taken_with_its_lines(string prompt, int? first, int? last) =>
        PromptReader.Read(prompt, Workspace).Place.ShouldBe(new NamedPlace("src/Orders/Order.cs", first, last));

    [Fact]
    public void Without_a_place_in_the_prompt_there_is_none() => PromptReader.Read("Check it against SPEC.md.", Workspace).Place.ShouldBeNull();
}
