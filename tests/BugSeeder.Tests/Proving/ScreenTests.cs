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

    private const string Ledger = """
        namespace Shop;
        public class Ledger
        {
            public int Total(int first)
            {
                var fee = 3;
                fee += first;
                Note(first);
                return first;
            }
            private void Note(int amount)
            {
                if (amount > 1)
                    Log(amount);
            }
            private void Log(int value) => Last = value;
            public int Last { get; private set; }
        }
        internal static class Rest { public static int Twice(int much) => much + much; }
        """;

    /// <summary>What goes with its declaration is not left, be it a variable, a member with its only call, or the last type of its file.</summary>
    [Theory]
    [InlineData(null, "        var fee = 3;\n        fee += first;\n")]
    [InlineData(null, "        Note(first);\n", "    private void Note(int amount)\n    {\n        if (amount > 1)\n            Log(amount);\n    }\n    private void Log(int value) => Last = value;\n")]
    [InlineData(null, "        var fee = 3;\n        fee += first;\n", "        Note(first);\n", "    private void Note(int amount)\n    {\n        if (amount > 1)\n            Log(amount);\n    }\n    private void Log(int value) => Last = value;\n", "internal static class Rest { public static int Twice(int much) => much + much; }")]
    [InlineData(null, "internal static class Rest { public static int Twice(int much) => much + much; }")]
    [InlineData("private member 'Note'", "        Note(first);\n")]
    public void What_goes_with_its_declaration_is_not_left_behind(string? reason, params string[] gone)
    {
        var edits = gone.Select(text => new TextEdit("a.cs", Ledger.IndexOf(text, StringComparison.Ordinal), text, "")).ToList();
        var tree = Sources.Tree(("a.cs", Ledger));
        var code = new TargetCode([Sources.Project("p.csproj", "P", tree)], []);
        var seed = Hunks.SeedOf(SeedSource.Hand, "hand", BugClass.Omission, "", edits, tree, code, TestContext.Current.CancellationToken);

        var found = new Screen(code).Reject(seed, Edits.Apply(tree, seed.Edits), TestContext.Current.CancellationToken);

        found?.Reason.ShouldContain(reason ?? "CS");
        found.HasValue.ShouldBe(reason is not null);
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
