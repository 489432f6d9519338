using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Tests.Repairing;

namespace BugSeeder.Mender.Tests.Checking;

public sealed class ShownTestsTests
{
    [Fact]
    public void A_test_is_put_back_with_the_using_that_only_it_needed()
    {
        var (_, placed) = ShownTests.PutBack(PatternBench.Project("    int M() => 1;"), [new("C", "T", "public int T() => new Regex(\"a\").Count(\"aa\");")], TestContext.Current.CancellationToken);

        placed.ShouldHaveSingleItem().Text.ShouldStartWith("using System.Text.RegularExpressions;\n");
    }

    [Fact]
    public void A_test_that_needs_what_is_nowhere_is_left_out() =>
        ShownTests.PutBack(PatternBench.Project("    int M() => 1;"), [new("C", "T", "public int T() => Missing.Length;")], TestContext.Current.CancellationToken).Placed.ShouldBeEmpty();
}
