using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using BugSeeder.Seeding;

namespace BugSeeder.Tests.Code;

public sealed class CallGraphTests
{
    private const string Product = """
        namespace Store;
        public interface IPrice { int Of(int item); }
        public class Price : IPrice
        {
            private readonly int factor = Factors.Standard;
            public int Of(int item) => item * factor;
        }
        public static class Factors { public static int Standard => 3; public static int Unused => 4; }
        public class Till(IPrice price)
        {
            public int Sum(int[] items)
            {
                var sum = 0;
                foreach (var item in items)
                    sum += One(item);
                return sum;
            }
            private int One(int item) => price.Of(item);
        }
        """;

    private const string Test = """
        using Xunit;
        namespace Store.Tests;
        public class TillTests
        {
            [Fact] public void Sums() => Assert.Equal(3, new Store.Till(new Store.Price()).Sum([1]));
            [Fact] public void Prices() => Assert.Equal(3, new Store.Price().Of(1));
            [Fact] public void Nothing() => Assert.True(true);
        }
        """;

    private static TargetCode Code()
    {
        // Both in one compilation: a test's references to a built product are the same names.
        var project = Sources.Project("p.csproj", "P", Sources.Tree(("src/Store.cs", Product), ("tests/Tests.cs", Test)));
        Sources.Errors(project).ShouldBeEmpty();
        return new([project], []);
    }

    [Fact]
    public void Calls_interfaces_and_what_an_object_is_made_with_lead_from_a_test_to_a_member()
    {
        var graph = CallGraph.Of(Code(), TestContext.Current.CancellationToken);

        var price = graph.DistancesTo(["Store.Price.Of"]);
        (price["Store.Tests.TillTests.Prices"], price["Store.Tests.TillTests.Sums"]).ShouldBe((1, 4));
        price.Keys.ShouldNotContain("Store.Tests.TillTests.Nothing");
        graph.DistancesTo(["Store.Factors.Standard"]).Keys.ShouldContain("Store.Tests.TillTests.Prices");
        graph.DistancesTo(["Store.Factors.Unused"]).Count.ShouldBe(1);
    }

    [Fact]
    public void The_signs_of_difficulty_are_read_off_the_graph()
    {
        var (code, tree) = (Code(), Sources.Tree(("src/Store.cs", Product), ("tests/Tests.cs", Test)));
        var start = Product.IndexOf("item * factor", StringComparison.Ordinal);
        var seed = Hunks.SeedOf(SeedSource.Hand, "hand", BugClass.Arithmetic, "", [new("src/Store.cs", start, "item * factor", "item + factor")], tree, code, TestContext.Current.CancellationToken);
        string[] oracle = ["P::Store.Tests.TillTests.Sums", "P::Store.Tests.TillTests.Prices", "P::Store.Tests.TillTests.Nothing"];

        var found = new Difficulties(code, oracle, TestContext.Current.CancellationToken).Of(seed, [oracle[0]]);

        seed.Place.Member.ShouldBe("Store.Price.Of");
        (found.Reaching, found.Distance, found.Hunks).ShouldBe((2, 4, 1));
    }
}
