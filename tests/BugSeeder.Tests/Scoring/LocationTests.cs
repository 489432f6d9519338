using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;
using BugSeeder.Scoring;

namespace BugSeeder.Tests.Scoring;

public sealed class LocationTests
{
    private static SortedDictionary<MeasureId, Measure> Located(Evidence evidence, params string[] detecting)
    {
        var measures = new SortedDictionary<MeasureId, Measure>();
        Location.Add(evidence, new(Measure.Of(false, ""), detecting, []), measures);
        return measures;
    }

    private static Func<SourceTree, SourceTree> Replace(string before, string after) => tree => tree.WithText(Trial.Product, tree.Files[Trial.Product].Text!.Replace(before, after, StringComparison.Ordinal));

    [Theory]
    [InlineData("src/Shop/Order.cs", "Shop.Order.Total", true)]
    [InlineData("Order.cs", "Total", true)]
    [InlineData("./src\\Shop\\Order.cs", "Order.Total(int)", true)]
    [InlineData("/home/somebody/x/src/Shop/Order.cs", "`Order.Total`", true)]
    [InlineData("src/Shop/Order.cs:11", "Order.Total method", true)]
    [InlineData("src/Shop/Order.cs:11-12", "int Order.Total(int count)", true)]
    [InlineData("src/Shop/Order.cs#L11", "Order::Total", true)]
    [InlineData("Reorder.cs", "Order.Total", false)]
    [InlineData("Order.cs", "Order.Free", false)]
    [InlineData("Order.cs", "SubTotal", false)]
    [InlineData("Order.cs", "Price, Free, Order or Total", false)]
    [InlineData("Order.cs", "", false)]
    [InlineData("", "Total", false)]
    [InlineData(null, null, false)]
    public void A_claim_names_the_place_in_many_ways(string? file, string? member, bool isNamed) =>
        Located(Trial.Of(tree => tree, Trial.Claim(file: file, member: member)))[MeasureId.Detected].IsYes.ShouldBe(isNamed);

    [Theory]
    [InlineData("Order..ctor")]
    [InlineData(".ctor")]
    [InlineData("Order.Order(int price)")]
    public void A_constructor_is_named_in_many_ways(string member)
    {
        var bug = Trial.MakeBug("Price = price", "Price = -price", "Shop.Order.Order");

        Located(Trial.Of(tree => tree, Trial.Claim(member: member), bug))[MeasureId.LocatedMember].IsYes.ShouldBeTrue();
    }

    [Fact]
    public void A_type_argument_does_not_hide_the_member()
    {
        var bug = Trial.MakeBug("Price = price", "Price = -price", "Shop.Cache.Get");

        Located(Trial.Of(tree => tree, Trial.Claim(member: "Cache<TKey, TValue>.Get<T>(int)"), bug))[MeasureId.LocatedMember].IsYes.ShouldBeTrue();
    }

    [Theory]
    [InlineData("count >= 10", "count > 10", true, true)]
    [InlineData("return count * Price", "return Price * count", true, false)]
    [InlineData("=> 0;", "=> 00;", false, false)]
    public void An_edit_points_at_member_and_line(string before, string after, bool isMember, bool isLine)
    {
        var measures = Located(Trial.Of(Replace(before, after), Trial.Claim()));

        measures[MeasureId.LocatedFile].IsYes.ShouldBeTrue();
        measures[MeasureId.LocatedMember].IsYes.ShouldBe(isMember);
        measures[MeasureId.LocatedLine].IsYes.ShouldBe(isLine);
        measures[MeasureId.Detected].IsYes.ShouldBe(isMember);
    }

    [Fact]
    public void Putting_back_a_line_that_was_left_out_points_at_it()
    {
        var bug = Trial.MakeBug("        if (count > 10)\n            return 9 * Price;\n", "", "Shop.Order.Total");

        var measures = Located(Trial.Of(_ => Trial.Original, Trial.Claim(), bug));

        measures[MeasureId.LocatedLine].IsYes.ShouldBeTrue();
        measures[MeasureId.LocatedMember].IsYes.ShouldBeTrue();
    }

    [Fact]
    public void A_test_that_shows_the_bug_detects_it_and_without_the_verdict_nothing_does()
    {
        Located(Trial.Of(tree => tree, Trial.Claim()), "T::New").ShouldContain(measure => measure.Key == MeasureId.Detected && measure.Value.IsYes);
        Located(Trial.Of(Replace("count >= 10", "count > 10"), Trial.Claim(ClaimVerdict.Unsure)), "T::New")[MeasureId.Detected].IsYes.ShouldBeFalse();
        Located(Trial.Of(Replace("count >= 10", "count > 10")))[MeasureId.Detected].IsYes.ShouldBeFalse();
    }

    [Fact]
    public void Lines_of_the_original_and_of_the_planted_version_are_told_apart()
    {
        var bug = Trial.MakeBug("        if (count > 10)\n            return 9 * Price;\n", "", "Shop.Order.Total");
        var place = Trial.Of(tree => tree, bug: bug).Place;

        place.Files.ShouldBe([Trial.Product]);
        place.IsOwn(Trial.Product, 10, 1).ShouldBeTrue();
        place.IsOwn(Trial.Product, 16, 1).ShouldBeFalse();
        place.IsLine(Trial.Product, 10, 0).ShouldBeTrue();
        place.IsLine(Trial.Product, 14, 1).ShouldBeFalse();
        place.IsMember(Trial.Product, 9, 1).ShouldBeTrue();
        place.IsMember(Trial.Product, 13, 1).ShouldBeFalse();
        place.IsOwn(Trial.Other, 10, 1).ShouldBeFalse();
    }

    [Fact]
    public void Edits_of_a_bug_are_all_its_place()
    {
        var bug = Trial.Bug with { Seed = Trial.Bug.Seed with { Edits = [.. Trial.Bug.Seed.Edits, new TextEdit(Trial.Other, 0, "namespace", "namespace ")] } };

        Trial.Of(tree => tree, bug: bug).Place.Files.Order().ShouldBe([Trial.Product, Trial.Other]);
    }
}
