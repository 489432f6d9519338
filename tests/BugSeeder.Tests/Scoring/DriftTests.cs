using BugSeeder.Execution.Trees;
using BugSeeder.Model.Scores;
using BugSeeder.Scoring;

namespace BugSeeder.Tests.Scoring;

public sealed class DriftTests
{
    private static SourceTree Undo(SourceTree tree) => tree.With(Trial.Product, Trial.Original.Files[Trial.Product]);

    private static IEnumerable<MeasureId> Tripped(Func<SourceTree, SourceTree> change, params string[] mayChange) =>
        Trial.Gates(Trial.Of(change), mayChange).Where(measure => MeasureCatalogue.Of(measure.Key).IsDriftGate && measure.Value.IsYes).Select(measure => measure.Key);

    [Fact]
    public void Undoing_the_bug_is_no_drift()
    {
        var measures = Trial.Gates(Trial.Of(Undo));

        Tripped(Undo).ShouldBeEmpty();
        measures[MeasureId.DriftLines].Value.ShouldBe(0);
        measures[MeasureId.DriftNodes].Value.ShouldBe(0);
        measures[MeasureId.DriftShare].Value.ShouldBe(0);
    }

    [Fact]
    public void Another_fix_at_the_same_place_is_no_drift()
    {
        var measures = Trial.Gates(Trial.Of(tree => tree.WithText(Trial.Product, tree.Files[Trial.Product].Text!.Replace("count >= 10", "10 < count", StringComparison.Ordinal))));

        measures[MeasureId.DriftLines].Value.ShouldBe(0);
    }

    [Fact]
    public void Lines_elsewhere_are_counted()
    {
        var measures = Trial.Gates(Trial.Of(tree => Undo(tree).WithText(Trial.Product, Trial.Code.Replace("=> 0;", "=> 0 + 0;", StringComparison.Ordinal)).WithText(Trial.Other, "namespace Shop;\n\npublic class Other { }\n// a\n// b\n")));

        measures[MeasureId.DriftLines].Value.ShouldBe(3);
        measures[MeasureId.DriftNodes].Value!.Value.ShouldBeGreaterThan(0);
        measures[MeasureId.DriftShare].Value.ShouldBe(3 / 4.0);
        measures[MeasureId.ChangedOtherFiles].IsYes.ShouldBeTrue();
    }

    [Fact]
    public void Without_a_changed_product_line_the_share_has_no_value() =>
        Trial.Gates(Trial.Of(tree => tree))[MeasureId.DriftShare].Value.ShouldBeNull();

    [Theory]
    [InlineData("README.md", MeasureId.ChangedOtherFiles)]
    [InlineData("src/Shop/New.cs", MeasureId.ChangedOtherFiles)]
    [InlineData("Directory.Build.props", MeasureId.ChangedBuild)]
    [InlineData("src/Shop/Shop.csproj", MeasureId.ChangedBuild)]
    [InlineData("src/Shop/Shop.csproj.user", MeasureId.ChangedBuild)]
    [InlineData("SPEC.md", MeasureId.EditedSpec)]
    [InlineData("SPEC/a.md", MeasureId.EditedSpec)]
    public void Another_file_trips_its_gate(string path, MeasureId gate) => Tripped(tree => Undo(tree).WithText(path, "// new\n")).ShouldBe([gate]);

    [Fact]
    public void What_may_be_changed_is_no_drift() => Tripped(tree => Undo(tree).WithText("CHANGELOG.md", "New.\n"), "CHANGELOG.md").ShouldBeEmpty();

    [Fact]
    public void Its_own_tests_are_no_drift() => Tripped(tree => Undo(tree).WithText("tests/NewTests.cs", "using Xunit;\n")).ShouldBeEmpty();

    [Theory]
    [InlineData("#pragma warning disable CS0219")]
    [InlineData("# pragma  warning disable")]
    [InlineData("[SuppressMessage(\"a\", \"b\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"a\", \"b\")]")]
    [InlineData("#nullable disable")]
    [InlineData("// ReSharper disable All")]
    public void A_suppression_trips_its_gate(string line)
    {
        Tripped(tree => Undo(tree).WithText(Trial.Tests, line + "\n" + tree.Files[Trial.Tests].Text)).ShouldBe([MeasureId.AddedSuppression]);

        var had = Trial.Original.WithText(Trial.Tests, line);
        Suppressions.Added(had, had, had.WithText(Trial.Tests, "\n" + line), [Trial.Tests]).ShouldBeEmpty();
    }

    [Fact]
    public void To_put_back_a_test_with_a_suppression_that_the_original_has_adds_none()
    {
        var original = Trial.Original.WithText(Trial.Tests, "#pragma warning disable CS0219\n");
        Suppressions.Added(original, original.Without([Trial.Tests]), original, [Trial.Tests]).ShouldBeEmpty();
        Suppressions.Added(original.Without([Trial.Tests]), original.Without([Trial.Tests]), original, [Trial.Tests]).ShouldBe([Trial.Tests]);
    }

    [Fact]
    public void An_added_public_member_trips_its_gate() =>
        Tripped(tree => tree.WithText(Trial.Product, Trial.Code.Replace("    public int Free", "    public int More() => 1;\n\n    public int Free", StringComparison.Ordinal))).ShouldBe([MeasureId.ChangedPublicApi]);

    [Fact]
    public void A_test_that_now_contradicts_the_original_is_weakened_even_in_a_nested_class()
    {
        var measures = Trial.Gates(Trial.Of(tree => tree.WithText(Trial.Tests, tree.Files[Trial.Tests].Text + "\n")), null, "T::My.OrderTests.Stays");
        measures[MeasureId.WeakenedTests].IsYes.ShouldBeTrue();

        Trial.Gates(Trial.Of(tree => tree.WithText(Trial.Tests, tree.Files[Trial.Tests].Text + "\n")), null, "T::My.ReorderTests.Stays", "T::NewOrderTests.Stays")[MeasureId.WeakenedTests].IsYes.ShouldBeFalse();
    }
}
