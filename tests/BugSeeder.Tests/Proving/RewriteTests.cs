using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using BugSeeder.Proving;

namespace BugSeeder.Tests.Proving;

public sealed class RewriteTests
{
    private const string File = "src/Shop/Order.cs";

    [Theory]
    [InlineData("bool Is(int a, int b) => a < b;", "a < b", "b > a", "!(a >= b)")]
    [InlineData("bool Is(decimal a) => a != 0;", "a != 0", "0 != a", "!(a == 0)")]
    [InlineData("bool Is(bool a, bool b) => a && b;", "a && b", "!(!(a) || !(b))")]
    [InlineData("int Of(bool a) => a ? 1 : 2;", "a ? 1 : 2", "!(a) ? 2 : 1")]
    public void Comparisons_and_conditions_are_turned_around(string member, string original, params string[] rewritten) =>
        Found(member).Where(edit => edit.Original == original).Select(edit => edit.Replacement).ShouldBe(rewritten);

    /// <summary>NaN is neither below nor above; a null is neither too; and anybody may overload an operator.</summary>
    [Theory]
    [InlineData("bool Is(double a, double b) => a < b;")]
    [InlineData("bool Is(int? a, int b) => a < b;")]
    [InlineData("bool Is(System.TimeSpan a, System.TimeSpan b) => a < b;")]
    public void What_is_not_the_opposite_of_its_opposite_is_left_alone(string member) => Found(member).ShouldBeEmpty();

    [Fact]
    public void Sides_with_effects_keep_their_order() => Found("int n; int Next() => n++; bool Is() => Next() < Next();").ShouldHaveSingleItem().Replacement.ShouldBe("!(Next() >= Next())");

    [Fact]
    public void Every_rewrite_compiles()
    {
        const string member = "int Of(int a, bool b) => a < 3 && b ? a == 2 ? 1 : 2 : 3;";
        foreach (var edit in Found(member))
            Sources.Errors(Sources.Project("src/Shop/Shop.csproj", "Shop", Edits.Apply(Sources.Tree((File, Code(member))), [edit]))).ShouldBeEmpty(edit.Replacement);
    }

    private static string Code(string member) => $"namespace Shop;\n\npublic class Order\n{{\n    public {member}\n}}\n";

    private static IReadOnlyList<TextEdit> Found(string member)
    {
        var project = Sources.Project("src/Shop/Shop.csproj", "Shop", Sources.Tree((File, Code(member))));
        var bug = new Bug(1, "b01-abcdef", new("abcdef0123", SeedSource.BugSeeder, "m", BugClass.Condition, [], "A mistake.", [new(File, Code(member).IndexOf(member, StringComparison.Ordinal), "", "")], new(File, 5, 5, "Shop.Order.Is")), ["T::OrderTests.Gone"], [""], 2, [], false);
        return [.. Rewrites.Near(bug, new TargetCode([project], []), TestContext.Current.CancellationToken).Select(found => found.Edit)];
    }
}
