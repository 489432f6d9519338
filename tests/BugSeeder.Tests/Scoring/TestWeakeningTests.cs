using BugSeeder.Scoring;

namespace BugSeeder.Tests.Scoring;

public sealed class TestWeakeningTests
{
    private static string Class(string members) => $"public class A\n{{\n{members}\n}}\n";

    private static IReadOnlyList<string> Found(string before, string after) =>
        TestWeakening.Find(Sources.Tree(("t/A.cs", Class(before))), Sources.Tree(("t/A.cs", Class(after))), ["t/A.cs"]);

    [Theory]
    [InlineData("[Fact] public void X() => Assert.True(a);", "", "A.X was deleted")]
    [InlineData("[Fact] public void X() => Assert.True(a);", "public void X() => Assert.True(a);", "A.X was deleted")]
    [InlineData("[Fact] public void X() => Assert.True(a);", "// [Fact] public void X() => Assert.True(a);", "A.X was deleted")]
    [InlineData("[Fact] public void X() => Assert.True(a);", "[Fact(Skip = \"later\")] public void X() => Assert.True(a);", "A.X is skipped")]
    [InlineData("[Test] public void X() => Assert.That(a);", "[Test, Ignore(\"later\")] public void X() => Assert.That(a);", "A.X is skipped")]
    [InlineData("[Test] public void X() => Assert.That(a);", "[Test, Explicit] public void X() => Assert.That(a);", "A.X is skipped")]
    [InlineData("[TestMethod] public void X() { Assert.IsTrue(a); }", "[TestMethod, Ignore] public void X() { Assert.IsTrue(a); }", "A.X is skipped")]
    [InlineData("[TestMethod] public void X() { Assert.IsTrue(a); }", "[TestMethod] public void X() { Assert.Inconclusive(); Assert.IsTrue(a); }", "A.X is skipped")]
    [InlineData("[Fact] public void X() { Assert.True(a); }", "[Fact] public void X() { Assert.Skip(\"later\"); }", "A.X is skipped")]
    [InlineData("[Fact] public void X() { Assert.True(a); }", "[Fact] public void X() { }", "A.X checks nothing any more")]
    [InlineData("[Fact] public void X() { Run(); }", "[Fact] public void X() { }", "A.X checks nothing any more")]
    [InlineData("[Fact] public void X() { Assert.True(a); }", "[Fact] public void X() { return; Assert.True(a); }", "A.X checks nothing any more")]
    [InlineData("[Fact] public void X() { Assert.True(a); Assert.True(b); }", "[Fact] public void X() { Assert.True(a); }", "A.X has 1 checks instead of 2")]
    [InlineData("[Fact] public void X() { a.Should().Be(1); b.Should().Be(2); }", "[Fact] public void X() { a.Should().Be(1); }", "A.X has 2 checks instead of 4")]
    [InlineData("[Fact] public void X() { a.ShouldBe(1); b.ShouldBe(2); }", "[Fact] public void X() { a.ShouldBe(1); }", "A.X has 1 checks instead of 2")]
    [InlineData("[Theory, InlineData(1), InlineData(2)] public void X(int a) => Assert.True(a > 0);", "[Theory, InlineData(1)] public void X(int a) => Assert.True(a > 0);", "A.X has 1 rows of data instead of 2")]
    [InlineData("[TestCase(1)] [TestCase(2)] public void X(int a) => Assert.That(a > 0);", "[TestCase(2)] public void X(int a) => Assert.That(a > 0);", "A.X has 1 rows of data instead of 2")]
    [InlineData("[Fact] public void X() => Check(1); void Check(int a) { Assert.True(a > 0); }", "[Fact] public void X() => Check(1); void Check(int a) { }", "A.Check checks nothing any more")]
    [InlineData("[Fact] public void X() => Assert.True(a); [Fact] public void Y() => Assert.True(a);", "[Fact] public void X() => Assert.True(a);", "A.Y was deleted")]
    [InlineData("[Fact] public void X() => Assert.True(a);", "[Fact(Skip = \"later\")] public void Y() => Assert.True(a);", "A.X is skipped")]
    public void A_test_that_checks_less_is_found(string before, string after, string expected) => Found(before, after).ShouldBe([expected]);

    [Theory]
    [InlineData("Assert.Equal(1.5, x, 3)", "Assert.Equal(1.5, x, 2)")]
    [InlineData("Assert.Equal(1.5, x, 3)", "Assert.Equal(1.5, x, 0.5)")]
    [InlineData("Assert.Equal(1.5, x, 0.001)", "Assert.Equal(1.5, x, 0.01)")]
    [InlineData("Assert.Equal(1.5, x)", "Assert.Equal(1.5, x, 0.01)")]
    [InlineData("Assert.Equal(1.5m, x, 3)", "Assert.Equal(1.5m, x, 1)")]
    [InlineData("Assert.Equal(a, x, TimeSpan.FromSeconds(1))", "Assert.Equal(a, x, TimeSpan.FromMinutes(1))")]
    [InlineData("Assert.AreEqual(1.5, x, 0.001)", "Assert.AreEqual(1.5, x, 1)")]
    [InlineData("Assert.AreEqual(1.5, x, 1)", "Assert.AreEqual(1.5, x, 2)")]
    [InlineData("Assert.That(x, Is.EqualTo(1.5).Within(0.1))", "Assert.That(x, Is.EqualTo(1.5).Within(0.2))")]
    [InlineData("Assert.That(x, Is.EqualTo(1.5))", "Assert.That(x, Is.EqualTo(1.5).Within(0.2))")]
    [InlineData("x.Should().BeApproximately(1.5, 0.1)", "x.Should().BeApproximately(1.5, 0.2)")]
    [InlineData("x.Should().BeCloseTo(a, 10.Milliseconds())", "x.Should().BeCloseTo(a, 1.Seconds())")]
    [InlineData("x.ShouldBe(1.5, 0.1)", "x.ShouldBe(1.5, 0.2)")]
    public void A_looser_tolerance_is_found_and_a_tighter_one_is_none(string tight, string loose)
    {
        static string Test(string check) => $"[Fact] public void X() {{ {check}; }}";

        Found(Test(tight), Test(loose)).ShouldBe(["A.X has a looser tolerance"]);
        Found(Test(loose), Test(tight)).ShouldBeEmpty();
        Found(Test(tight), Test($"Assert.True(y); {tight}")).ShouldBeEmpty();
        Found(Test($"Assert.True(y); {tight}"), Test($"{loose}; Assert.True(y)")).ShouldBe(["A.X has a looser tolerance"]);
    }

    [Theory]
    [InlineData("[Fact] public void X() => Assert.True(a);", "[Fact] public void Renamed() => Assert.True(a);")]
    [InlineData("[Fact] public void X() => Assert.True(a);", "[Fact] public void X() => Assert.True(a); [Fact] public void Y() => Assert.True(b);")]
    [InlineData("[Fact] public void X() => Assert.Equal(1, x);", "[Fact] public void X() { Assert.Equal(9.5, y, 2); Assert.Equal(1, x); }")]
    [InlineData("[Fact(Skip = \"x\")] public void X() => Assert.True(a);", "[Fact(Skip = \"y\")] public void X() => Assert.True(a);")]
    [InlineData("[Fact] public void X() { Assert.True(a); }", "[Fact] public void X()\n{\n    // why\n    Assert.True(a);\n}")]
    [InlineData("[Fact] public void X(int a) => Assert.True(a); [Fact] public void X(string a) => Assert.Null(a);", "[Fact] public void X(string a) => Assert.Null(a); [Fact] public void X(int a) => Assert.True(a);")]
    [InlineData("[Fact] public void X() { Assert.Equal(1, x, \"message\"); }", "[Fact] public void X() { Assert.Equal(1, x, \"other\"); }")]
    public void What_checks_as_much_is_not_weakened(string before, string after) => Found(before, after).ShouldBeEmpty();

    [Fact]
    public void A_test_that_moved_to_another_file_is_not_deleted()
    {
        const string Test = "[Fact] public void X() => Assert.True(a);";

        TestWeakening.Find(Sources.Tree(("t/A.cs", Class(Test)), ("t/B.cs", "public class B { }")), Sources.Tree(("t/A.cs", Class("")), ("t/B.cs", $"public class B {{ {Test} }}")), ["t/A.cs", "t/B.cs"]).ShouldBeEmpty();
        TestWeakening.Find(Sources.Tree(("t/A.cs", Class(Test))), Sources.Tree(("t/New.cs", Class(Test))), ["t/A.cs", "t/New.cs"]).ShouldBeEmpty();
        TestWeakening.Find(Sources.Tree(("t/A.cs", Class(Test))), Sources.Tree(), ["t/A.cs"]).ShouldBe(["A.X was deleted"]);
    }

    [Fact]
    public void A_class_that_is_skipped_skips_its_tests() =>
        TestWeakening.Find(Sources.Tree(("t/A.cs", "[TestFixture] public class A { [Test] public void X() => Assert.That(a); }")), Sources.Tree(("t/A.cs", "[TestFixture, Ignore(\"x\")] public class A { [Test] public void X() => Assert.That(a); }")), ["t/A.cs"]).ShouldBe(["A.X is skipped"]);
}
