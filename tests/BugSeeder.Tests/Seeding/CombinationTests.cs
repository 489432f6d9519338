using BugSeeder.Model.Bugs;
using BugSeeder.Seeding;

namespace BugSeeder.Tests.Seeding;

public sealed class CombinationTests
{
    private static ProvenSeed Part(int line, string member = "A.M", string file = "a.cs", string mistake = "One.", params string[] witnesses) =>
        new(new($"{file}{line}", SeedSource.BugSeeder, "m", BugClass.Omission, [ProductionTrait.Time], mistake, [new(file, line * 10, "x", "y")], new(file, line, line, member)), witnesses.Length > 0 ? witnesses : ["T"], new(0.5, 0, null, 1));

    [Fact]
    public void Parts_are_put_together_in_the_order_of_the_text()
    {
        var (late, early) = (Part(9, mistake: "Late.").Seed, Part(2, mistake: "Early.").Seed);

        var whole = Combinations.Of([late, early], BugClass.Omission);

        whole.Edits.ShouldBe([.. early.Edits, .. late.Edits]);
        whole.Places.ShouldBe([early.Place, late.Place]);
        (whole.Shape, whole.Source, whole.Mistake).ShouldBe((BugShape.SeveralHunks, SeedSource.Combination, "Two mistakes at once: Early. Late."));
        whole.Traits.ShouldBe([ProductionTrait.Time]);
        whole.Parts!.Select(part => part.Seed).ShouldBe(["a.cs2", "a.cs9"]);
        Combinations.Of([early, late], BugClass.Condition).Id.ShouldBe(whole.Id);
    }

    [Fact]
    public void Neighbouring_lines_are_one_hunk_and_no_combination()
    {
        Combinations.ShapeOf(Part(2), Part(3)).ShouldBeNull();
        Combinations.ShapeOf(Part(2), Part(4)).ShouldBe(BugShape.SeveralHunks);
    }

    [Fact]
    public void Removals_that_take_the_same_blank_line_along_or_leave_nothing_between_are_no_combination()
    {
        ProvenSeed Removal(int line, int start, string original) => Part(line) is var part ? part with { Seed = part.Seed with { Edits = [new("a.cs", start, original, "")] } } : part;
        var first = Removal(2, 20, "if (a) return;\n\n");

        Combinations.ShapeOf(first, Removal(4, 35, "\nif (b) return;\n")).ShouldBeNull();
        Combinations.ShapeOf(first, Removal(4, 36, "if (b) return;\n")).ShouldBeNull();
        Combinations.ShapeOf(first, Removal(5, 45, "if (b) return;\n")).ShouldBe(BugShape.SeveralHunks);
    }

    [Fact]
    public void Members_and_files_make_one_behaviour_only_where_a_test_notices_both()
    {
        Combinations.ShapeOf(Part(2), Part(20, "A.N")).ShouldBe(BugShape.AcrossMembers);
        Combinations.ShapeOf(Part(2), Part(20, "B.M", "b.cs")).ShouldBe(BugShape.AcrossFiles);
        Combinations.ShapeOf(Part(2), Part(20, "A.N", witnesses: "U")).ShouldBeNull();
        Combinations.ShapeOf(Part(2), Part(20, witnesses: "U")).ShouldBe(BugShape.SeveralHunks);
    }

    [Fact]
    public void A_part_that_another_hides_is_found_out()
    {
        var parts = new[] { Part(2, witnesses: ["T", "U"]), Part(9, witnesses: ["V"]) };

        Combinations.Hidden(["U", "V"], parts).ShouldBeNull();
        Combinations.Hidden(["T", "U"], parts).ShouldNotBeNull().ShouldContain("a.cs9");
    }
}
