using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Proving;
using BugSeeder.Seeding;

namespace BugSeeder.Tests.Proving;

public sealed class ScreenTests
{
    private const string Text = """
        using System.Text;
        namespace Shop;
        public class Till
        {
            private readonly int limit = 3;
            private static int Twice(int number) => 2 * number;
            public int Sum(int first, int second, int third)
            {
                var total = first + second;
                if (third > limit)
                    total += Twice(third);
                return total + new StringBuilder().Length;
            }
        }
        """;

    private static readonly SourceTree Tree = Sources.Tree(("a.cs", Text));

    private static readonly TargetCode Code = new([Sources.Project("p.csproj", "P", Tree)], []);

    private static Seed Planted(string original, string replacement) =>
        Hunks.SeedOf(SeedSource.Hand, "hand", BugClass.Omission, "", [new("a.cs", Text.IndexOf(original, StringComparison.Ordinal), original, replacement)], Tree, Code, TestContext.Current.CancellationToken);

    private static (SeedVerdict Verdict, string Reason)? Reject(string original, string replacement) =>
        Planted(original, replacement) is var seed ? new Screen(Code).Reject(seed, Edits.Apply(Tree, seed.Edits), TestContext.Current.CancellationToken) : null;

    [Theory]
    [InlineData("first + second", "first + first", "parameter 'second'")]
    [InlineData("return total + new", "return new", null)]
    [InlineData("third > limit", "third > 3", "private member 'limit'")]
    [InlineData("Twice(third)", "third", "private member 'Twice'")]
    [InlineData("first + second", "first - second", null)]
    [InlineData("total + new StringBuilder().Length", "total", "CS8019")]
    [InlineData("third > limit", "third >", "CS1525")]
    public void What_would_be_left_behind_unused_tells(string original, string replacement, string? reason)
    {
        var found = Reject(original, replacement);

        if (reason is null)
            found.ShouldBeNull();
        else
            found.ShouldNotBeNull().Reason.ShouldContain(reason);
    }

    [Fact]
    public void Seeds_that_no_test_notices_are_compared_by_what_they_compile_to()
    {
        (bool IsOriginals, string? Hash) Image(string original, string replacement) =>
            Planted(original, replacement) is var seed ? new Screen(Code).ImageOf(seed, Edits.Apply(Tree, seed.Edits), TestContext.Current.CancellationToken) : default;

        Image("third > limit", "limit < third").IsOriginals.ShouldBeFalse();
        Image("var total", "int total").IsOriginals.ShouldBeTrue();
        Image("2 * number", "3 * number").Hash.ShouldBe(Image("2 * number", "(3) * number").Hash);
        Image("2 * number", "3 * number").Hash.ShouldNotBe(Image("2 * number", "4 * number").Hash);
    }
}
