using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Tests.Code;

public sealed class EditsTests
{
    private static readonly TextEdit[] Several = [new("a.cs", 0, "ab", "x"), new("a.cs", 3, "", "yy"), new("a.cs", 6, "gh", ""), new("b.cs", 1, "2", "zwei")];

    private static SourceTree Tree => Sources.Tree(("a.cs", "abcdefghi"), ("b.cs", "123"));

    [Fact]
    public void Edits_are_planted_where_they_stand_in_the_original()
    {
        var planted = Edits.Apply(Tree, Several);

        planted.Files["a.cs"].Text.ShouldBe("xcyydefi");
        planted.Files["b.cs"].Text.ShouldBe("1zwei3");
    }

    [Fact]
    public void Their_reverse_takes_them_back() => Edits.Apply(Edits.Apply(Tree, Several), Edits.Reverse(Several)).Hash.ShouldBe(Tree.Hash);

    [Fact]
    public void An_edit_keeps_encoding_and_mark()
    {
        var tree = SourceTree.Of([KeyValuePair.Create("a.cs", new TreeFile([0xFF, 0xFE, (byte)'a', 0, (byte)'b', 0]))]);

        Edits.Apply(tree, [new("a.cs", 1, "b", "c")]).Files["a.cs"].Content.ShouldBe([0xFF, 0xFE, (byte)'a', 0, (byte)'c', 0]);
    }

    [Theory]
    [InlineData("a.cs", 0, "b")]
    [InlineData("a.cs", 8, "ij")]
    [InlineData("a.cs", 99, "a")]
    [InlineData("gone.cs", 0, "a")]
    public void An_edit_that_does_not_fit_is_the_users_to_mend(string file, int start, string original) =>
        Should.Throw<UserError>(() => Edits.Apply(Tree, [new(file, start, original, "x")])).Remedy.ShouldContain("bugseeder seed");

    [Fact]
    public void Tests_and_their_checks_are_known_in_every_framework()
    {
        const string Text = """
            class A
            {
                [Fact] void F() { Assert.True(a); }
                [Xunit.TheoryAttribute, InlineData(1), InlineData(2)] void T() { x.ShouldBe(1); Verify(x); }
                [Test] void N() { Assert.That(a); mock.Verify(); sub.Received(); }
                [TestCase(1)] void C() { CollectionAssert.AreEqual(a, b); }
                [DataTestMethod, DataRow(1)] void D() { x.Should().Be(1); }
                void Helper() { Assert.True(a); }
                class Inner { [Fact] void F() { a.Total(); } }
            }
            """;

        var tests = TestSyntax.TestsIn(CSharpSyntaxTree.ParseText(Text, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken)).ToList();

        tests.Select(TestSyntax.NameOf).ShouldBe(["A.F", "A.T", "A.N", "A.C", "A.D", "A.Inner.F"]);
        tests.Select(TestSyntax.RowsOf).ShouldBe([0, 2, 0, 1, 1, 0]);
        tests.Select(test => TestSyntax.ChecksOf(test).Count).ShouldBe([1, 2, 3, 1, 2, 0]);
    }
}
