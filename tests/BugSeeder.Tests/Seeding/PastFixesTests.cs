using BugSeeder.Code;
using BugSeeder.Execution.Git;
using BugSeeder.Model.Bugs;
using BugSeeder.Seeding.History;

namespace BugSeeder.Tests.Seeding;

public sealed class PastFixesTests
{
    private const string Before = """
        namespace Shop;

        public static class Cart
        {
            public static int Total(int[] items)
            {
                var total = 0;
                foreach (var item in items)
                    total += item;
                return total;
            }
        }

        """;

    private static readonly string After = Before.Replace("        var total", "        if (items.Length == 0)\n            return -1;\n        var total", StringComparison.Ordinal);

    private static (IReadOnlyList<Seed> Seeds, HistoryYield Yield, string? Planted) Propose(string now, string before, string after, string path = "src/Cart.cs", string nowPath = "src/Cart.cs")
    {
        var tree = Sources.Tree((nowPath, now), ("tests/CartTests.cs", "class CartTests { }"));
        var product = Sources.Project("src/Shop.csproj", "Shop", Sources.Tree((nowPath, now)));
        var tests = Sources.Project("tests/T.csproj", "T", Sources.Tree(("tests/CartTests.cs", "class CartTests { }")));
        var past = new PastWalk(10, [new("c0ffee", "Fix the empty cart, see #12", [new(path, before, after), new("tests/CartTests.cs", "a", "b")])], false);
        var (seeds, yield) = new PastFixes(tree, new TargetCode([product], [tests]), TestContext.Current.CancellationToken).Propose(past);
        return (seeds, yield, seeds.Count > 0 ? Edits.Apply(tree, seeds[0].Edits).Files[nowPath].Text : null);
    }

    [Fact]
    public void A_fix_is_taken_out_of_code_that_has_changed_elsewhere()
    {
        var now = "// A new first line.\n" + After.Replace("class Cart", "class Basket", StringComparison.Ordinal);

        var (seeds, yield, planted) = Propose(now, Before, After);

        planted.ShouldBe("// A new first line.\n" + Before.Replace("class Cart", "class Basket", StringComparison.Ordinal));
        var seed = seeds.ShouldHaveSingleItem();
        (seed.Source, seed.Class, seed.Shape, seed.Place.Member).ShouldBe((SeedSource.History, BugClass.Omission, BugShape.OneHunk, "Shop.Basket.Total"));
        seed.Provenance.ShouldBe(new("c0ffee", "Fix the empty cart, see #12"));
        seed.Mistake.ShouldNotContain("cart", Case.Insensitive);
        (yield.Walked, yield.Fixes, yield.Applicable, yield.Seeds).ShouldBe((10, 1, 1, 1));
    }

    [Fact]
    public void Where_lines_have_moved_a_member_is_followed_by_its_name_and_keeps_todays_layout()
    {
        var now = """
            namespace Shop
            {
                public static class Other
                {
                }

                public static class Cart
                {
                    public static int Total(int[] items)
                    {
                        // The guard.
                        if (items.Length == 0)
                            return -1;
                        var total = 0;
                        foreach (var item in items)
                        {
                            total += item;
                        }

                        return total;
                    }
                }
            }

            """;

        var (_, _, planted) = Propose(now, Before, After, nowPath: "src/Moved/Carts.cs");

        planted.ShouldBe(now.Replace("            // The guard.\n            if (items.Length == 0)\n                return -1;\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_replaces_tokens_takes_todays_indentation()
    {
        var before = Before.Replace("total += item;", "total += item\n                + 1;", StringComparison.Ordinal);
        var now = string.Join('\n', Before.Split('\n').Select(line => line.Length > 0 ? "  " + line : line));

        var (_, _, planted) = Propose(now, before, Before);

        planted.ShouldBe(string.Join('\n', before.Split('\n').Select(line => line.Length > 0 ? "  " + line : line)));
    }

    [Fact]
    public void Line_ends_stay_those_of_today()
    {
        var (_, _, planted) = Propose(After.ReplaceLineEndings("\r\n"), Before, After);

        planted.ShouldBe(Before.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("items.Length == 0", "items.Length < 1", "another text")]
    [InlineData("items.Length == 0", "items.Length == 0 || items[0] < 0", "another text")]
    public void A_place_that_has_changed_since_is_left_alone(string was, string now, string reason)
    {
        var (seeds, yield, _) = Propose(After.Replace(was, now, StringComparison.Ordinal), Before, After);

        seeds.ShouldBeEmpty();
        yield.Dropped.ShouldHaveSingleItem().Key.ShouldContain(reason);
    }

    [Fact]
    public void Comments_and_layout_are_no_fix()
    {
        var (seeds, yield, _) = Propose(Before, Before, Before.Replace("        var total", "        // From nothing.\n\n        var total", StringComparison.Ordinal));

        seeds.ShouldBeEmpty();
        yield.Dropped.ShouldHaveSingleItem().Key.ShouldContain("layout");
    }

    [Fact]
    public void What_today_cannot_do_without_is_dropped()
    {
        var after = Before.Replace("class Cart\n{", "class Cart\n{\n    public static int Empty => -1;\n", StringComparison.Ordinal);
        var now = after + "\npublic static class Till\n{\n    public static int Nothing => Cart.Empty;\n}\n";

        var (seeds, yield, _) = Propose(now, Before, after);

        seeds.ShouldBeEmpty();
        yield.Dropped.ShouldHaveSingleItem().Key.ShouldContain("does not compile");
    }

    [Fact]
    public void A_member_that_a_fix_added_stays_where_others_need_it_and_only_the_change_goes()
    {
        var after = Before.Replace("class Cart\n{", "class Cart\n{\n    public static int Empty => -1;\n", StringComparison.Ordinal).Replace("var total = 0;", "var total = items.Length == 0 ? Empty : 0;", StringComparison.Ordinal);
        var now = after + "\npublic static class Till\n{\n    public static int Nothing => Cart.Empty;\n}\n";

        Propose(now, Before, after).Planted.ShouldBe(now.Replace("items.Length == 0 ? Empty : 0", "0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("total += item;", "total -= item;", BugClass.WrongReference)]
    [InlineData("var total = 0;", "var total = 1;", BugClass.Literal)]
    [InlineData("return total;", "return Math.Abs(total);", BugClass.WrongCall)]
    [InlineData("        return total;", "        if (total > 5 && total < 9)\n            total++;\n        return total;", BugClass.Omission)]
    public void The_class_is_read_off_what_the_fix_changed(string was, string @fixed, BugClass kind) =>
        Propose(Before.Replace(was, @fixed, StringComparison.Ordinal), Before, Before.Replace(was, @fixed, StringComparison.Ordinal)).Seeds.ShouldHaveSingleItem().Class.ShouldBe(kind);
}
