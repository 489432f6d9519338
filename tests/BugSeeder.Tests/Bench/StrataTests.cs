using BugSeeder.Bench.Truth;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Tests.Bench;

public sealed class StrataTests
{
    [Theory]
    [InlineData("static readonly int X = $1;", nameof(Stratum.StaticInitialiser))]
    [InlineData("static int X { get; } = $1;", nameof(Stratum.StaticInitialiser))]
    [InlineData("static C() { X = $1; }", nameof(Stratum.StaticInitialiser))]
    [InlineData("static int X => $1;", nameof(Stratum.Plain))]
    [InlineData("int X = $1;", nameof(Stratum.Plain))]
    [InlineData("const int X = $1;", nameof(Stratum.Constant))]
    [InlineData("void M() { const int x = $1; }", nameof(Stratum.Constant))]
    [InlineData("void M(int x = $1) { }", nameof(Stratum.Constant))]
    [InlineData("enum E { A = $1 }", nameof(Stratum.Constant))]
    [InlineData("async Task M() { await N($1); }", nameof(Stratum.Async))]
    [InlineData("void M() { F(async () => await N($1)); }", nameof(Stratum.Async))]
    [InlineData("IEnumerable<int> M() { yield return $1; }", nameof(Stratum.Iterator))]
    [InlineData("IEnumerable<int> M() { F(() => $1); yield return 2; }", nameof(Stratum.Lambda))]
    [InlineData("int M<T>() => $1;", nameof(Stratum.Generic))]
    [InlineData("class D<T> { int M() => $1; }", nameof(Stratum.Generic))]
    [InlineData("int M() => F(x => $1);", nameof(Stratum.Lambda))]
    [InlineData("int M() { return $1; }", nameof(Stratum.Plain))]
    public void Code_belongs_to_the_stratum_that_could_mislead_a_fast_verdict(string member, string stratum)
    {
        var text = $"class C {{ {member} }}";
        var place = text.IndexOf('$', StringComparison.Ordinal);
        var tree = CSharpSyntaxTree.ParseText(text.Replace("$", "", StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken);

        Strata.Of(tree.GetRoot(TestContext.Current.CancellationToken).FindToken(place).Parent!).ShouldBe(Enum.Parse<Stratum>(stratum));
    }

    [Fact]
    public void Every_stratum_has_its_share_before_the_rest_is_drawn()
    {
        int[] items = [.. Enumerable.Range(0, 1000)];
        static Stratum Of(int item) => item < 3 ? Stratum.Async : item < 10 ? Stratum.Constant : Stratum.Plain;

        var sample = StratifiedSample.Of(items, Of, 50, 5, 1);

        sample.Distinct().Count().ShouldBe(50);
        sample.Count(item => Of(item) == Stratum.Async).ShouldBe(3);
        sample.Count(item => Of(item) == Stratum.Constant).ShouldBeGreaterThanOrEqualTo(5);
        StratifiedSample.Of(items, Of, 50, 5, 1).ShouldBe(sample);
        StratifiedSample.Of(items, Of, 50, 5, 2).ShouldNotBe(sample);
    }

    [Fact]
    public void With_room_for_few_every_stratum_has_its_turn()
    {
        int[] items = [.. Enumerable.Range(0, 100)];

        StratifiedSample.Of(items, item => (Stratum)(item % 4), 4, 5, 1).Select(item => item % 4).Order().ShouldBe([0, 1, 2, 3]);
    }
}
