using BugSeeder.Model.Bugs;
using BugSeeder.Model.Specs;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Specs;

public sealed class SpecReadingTests
{
    private static readonly Spec Shop = new(
        "shop.md",
        [new("SPEC.md", SpecFormat.Headings, "")],
        [Section("shop", [], Section("prices", ["P-1", "P-2"]), Section("orders", ["O-1"]), Section("empty", ["E-1"]))],
        []);

    [Fact]
    public void A_section_is_labelled_by_how_its_bugs_fared_and_speaks_for_those_in_it()
    {
        var trace = TraceOf(("b00", "prices", "P-1"), ("b01", "prices", "P-1"), ("b02", "prices", "P-2"), ("b03", "orders", "O-1"));

        var read = SectionReading.Of(Shop, trace, new Dictionary<string, double> { ["b00"] = 0, ["b01"] = 0.4, ["b02"] = 0.5, ["b03"] = 1 }).ToDictionary(section => section.Section, StringComparer.Ordinal);

        read["prices"].Label.ShouldBe(SectionLabel.Missed);
        (read["prices"].Share.Yes, read["prices"].Share.N).ShouldBe((1, 3));
        read["prices"].Missed.ShouldBe(["b00", "b01"]);
        read["orders"].Label.ShouldBe(SectionLabel.TooFewBugs);
        read["empty"].Label.ShouldBe(SectionLabel.NeverExercised);
        read["shop"].Label.ShouldBe(SectionLabel.Caught);
    }

    [Fact]
    public void A_bug_that_was_not_tried_counts_for_nothing() =>
        SectionReading.Of(Shop, TraceOf(("b00", "prices", "P-1")), new Dictionary<string, double>()).ShouldAllBe(section => section.Label == SectionLabel.NeverExercised);

    [Fact]
    public void Blind_spots_are_what_nothing_reaches()
    {
        var spots = BlindSpots.Of(Shop, TraceOf(("b00", "prices", "P-1"), ("b01", "prices", "P-1"), ("b02", null, null)), Grades.Made.Bugs(3));

        spots.Kinds.ShouldBe([new("prices", BugClass.Condition, 2)]);
        spots.BugsWithoutClause.ShouldBe(["b02"]);
        spots.ClausesWithoutBug.ShouldBe(["P-2", "O-1", "E-1"]);
        spots.ClausesWithoutTest.ShouldBe(["P-1", "P-2", "O-1", "E-1"]);
        spots.NeverMentioned.ShouldBe(["Shop.Hidden"]);
    }

    [Fact]
    public void What_no_clause_states_is_advised_first_and_names_member_bugs_and_sentence()
    {
        var trace = TraceOf(("b00", "prices", "P-1"), ("b01", null, null));
        var advice = Advice.Of(trace, [Bug("b00", "Shop.Price.Of", BugClass.Arithmetic), Bug("b01", "Shop.Order.Add", BugClass.Exception)]);

        advice.Select(piece => piece.Member).ShouldBe(["Shop.Order.Add", "Shop.Price.Of"]);
        advice[0].Standing.ShouldBe(BugStanding.Unspecified);
        advice[0].Behaviour.ShouldBe("An order is refused (id: 7)");
        advice[0].Sentence.ShouldContain("`Order.Add` must throw");
        advice[0].Bugs.ShouldBe(["b01"]);
        advice[0].Section.ShouldBeNull();
        advice[1].Section.ShouldBe("prices");
    }

    [Fact]
    public void Every_kind_of_bug_has_the_shape_of_a_sentence()
    {
        foreach (var kind in Enum.GetValues<BugClass>())
            Advice.Of(TraceOf(), [Bug("b00", "Shop.Price.Of", kind)]).Single().Sentence.ShouldContain("…");
    }

    [Fact]
    public void Advice_names_no_bug_of_the_sealed_half()
    {
        var study = new SpecStudy(1, "spec", Shop, TraceOf(), new("shop.md", 4, [], new Dictionary<string, string>()));
        var bugs = Grades.Made.Bugs(4).Select(bug => bug with { Witnesses = ["T::A.B"] }).ToList();

        var reading = SpecReading.Of(study, bugs, bugs.ToDictionary(bug => bug.Id, _ => 0.0, StringComparer.Ordinal), new HashSet<string> { "b02" });

        reading.Advice.SelectMany(piece => piece.Bugs).ShouldBe(["b02"]);
    }

    [Fact]
    public void A_share_of_nothing_has_no_value() => Share.Of(0, 0).Value.ShouldBeNull();

    private static Bug Bug(string id, string member, BugClass kind) => Grades.Made.Bug(id, member, "Tests::Shop.Tests.OrderTests.An_order_is_refused(id: 7)") is var made ? made with { Seed = made.Seed with { Class = kind } } : made;

    private static Section Section(string id, string[] clauses, params Section[] inner) => new(
        id, id, 1, SectionRole.Behaviour, new("SPEC.md", 1, 1, 1, 0, 0), [.. clauses.Select(clause => new Clause(clause, true, ClauseKind.Requirement, "", clause, new("SPEC.md", 1, 1, 1, 0, 0)))], inner);

    private static Trace TraceOf(params (string Bug, string? Section, string? Clause)[] links) => new(
        1, "0", "hash", "tree", "bank", [], [],
        [.. links.Select(link => BugTrace.Of(link.Bug, link.Clause is null ? [] : [new(link.Clause, link.Section!, link.Bug, 0.85, [new(TraceTier.Value, 0.85, "made")])]))],
        ["Shop.Hidden"]);
}
