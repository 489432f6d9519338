using BugSeeder.Model.Grades;
using BugSeeder.Model.Specs;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Grades;

/// <summary>Which sections are left out of which trial, of a spec with three sections under one title.</summary>
public sealed class AblationLotsTests
{
    private static readonly Spec Spec = new("spec.md", [new("SPEC.md", SpecFormat.Headings, "text")], [Section("title", Section("rounding", Section("halves")), Section("retries"), Section("empty", hasClause: false))], []);

    private static readonly IReadOnlyList<string> Bugs = [.. Enumerable.Range(0, 20).Select(Made.Id)];

    /// <summary>The first four bugs round, the next four retry, one is only weakly linked; nothing is said of the others.</summary>
    private static readonly Trace Trace = new(1, "1", Spec.Hash, "tree", "bank", [], [], [.. Bugs.Select((bug, at) => at switch
    {
        < 4 => BugTrace.Of(bug, [Link(bug, "halves", 0.9), Link(bug, "retries", 0.5)]),
        < 8 => BugTrace.Of(bug, [Link(bug, "retries", 0.95)]),
        8 => BugTrace.Of(bug, [Link(bug, "rounding", 0.5)]),
        _ => BugTrace.Of(bug, []),
    })], []);

    [Fact]
    public void The_level_that_divides_a_spec_is_left_out_section_by_section() =>
        SectionUnits.Of(Spec).Select(section => section.Id).ShouldBe(["rounding", "retries"]);

    [Fact]
    public void Named_sections_must_not_contain_each_other()
    {
        SectionUnits.Of(Spec, ["Halves", "elsewhere"]).Select(section => section.Id).ShouldBe(["halves"]);
        Should.Throw<UserError>(() => SectionUnits.Of(Spec, ["halves", "rounding"])).Message.ShouldContain("'halves'");
    }

    [Fact]
    public void Every_linked_bug_and_a_few_others_are_tried_equally_often()
    {
        var lots = AblationLots.Draw(new([], 5), Spec, Trace, Bugs, 7);

        lots.Links["rounding"].ShouldBe(Bugs.Take(4).Append(Made.Id(8)));
        lots.Links["retries"].ShouldBe(Bugs.Skip(4).Take(4));
        lots.Lots.GroupBy(lot => lot.Bug).ShouldAllBe(bug => bug.Select(lot => lot.Number).SequenceEqual(Enumerable.Range(1, 5)));
        lots.Lots.Select(lot => lot.Bug).Distinct().Intersect(Bugs.Take(9)).Count().ShouldBe(9);
        lots.Lots.Select(lot => lot.Bug).Distinct().Count().ShouldBe(12);
        lots.WithoutClause.Select(lot => (lot.Bug, lot.LeftOut[0])).ShouldBe(Bugs.Take(8).Select((bug, at) => (bug, $"c-{(at < 4 ? "halves" : "retries")}")));
        lots.Count.ShouldBeLessThanOrEqualTo(AblationLots.AtMost(new([], 5), Bugs.Count));
    }

    [Fact]
    public void A_resumed_run_draws_the_same_and_another_variant_does_not()
    {
        string Drawn(Spec spec, long seed) => string.Join(';', AblationLots.Draw(new([], 6), spec, Trace, Bugs, seed).Lots.Select(lot => $"{lot.Bug} {lot.Number} {string.Join(',', lot.LeftOut)}"));

        Drawn(Spec, 7).ShouldBe(Drawn(Spec, 7));
        Drawn(Spec, 7).ShouldNotBe(Drawn(Spec, 8));
        Drawn(Spec, 7).ShouldNotBe(Drawn(Spec with { Files = [new("SPEC.md", SpecFormat.Headings, "other")] }, 7));
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.75)]
    [InlineData(5, 0.8)]
    [InlineData(30, 0.8)]
    public void Of_few_sections_about_one_is_gone_at_a_time(int sections, double kept) => AblationPlan.KeepOf(sections).ShouldBe(kept);

    private static Section Section(string id, params IReadOnlyList<Section> inner) => Section(id, inner.Count == 0, inner);

    private static Section Section(string id, bool hasClause, params IReadOnlyList<Section> inner) =>
        new(id, id, 1, SectionRole.Behaviour, new("SPEC.md", 1, 1, 1, 0, 1), hasClause ? [new($"c-{id}", false, ClauseKind.Requirement, "", id, new("SPEC.md", 1, 1, 1, 0, 1))] : [], inner);

    private static Link Link(string bug, string section, double weight) => new($"c-{section}", section, bug, weight, [new(TraceTier.Value, weight, "made")]);
}
