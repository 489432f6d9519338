using BugSeeder.Model.Bugs;
using BugSeeder.Proving;

namespace BugSeeder.Hosting.Tests;

public sealed class ColdGroupTests
{
    [Fact]
    public void Who_is_near_a_failed_test_is_tried_alone_and_the_others_stay_together()
    {
        var group = Cases(Covering(1), Covering(2), Covering(2, 3), Covering(4), Covering());

        var parts = ColdGroups.Split(group, test => test.Test == 2);

        parts.Select(Numbers).ShouldBe(["1", "2", "0 3 4"]);
    }

    [Fact]
    public void Many_suspects_are_halved_those_nearest_to_the_failures_first()
    {
        var group = Cases(Covering(1, 2), Covering(2), Covering(1, 2), Covering(2), null, Covering(5));

        var parts = ColdGroups.Split(group, test => test.Test == 2);

        parts.Select(Numbers).ShouldBe(["1 3", "0 2 4", "5"]);
    }

    [Fact]
    public void Without_a_clue_a_group_is_halved()
    {
        var parts = ColdGroups.Split(Cases(Covering(1), Covering(2), Covering()), _ => false);

        parts.Select(Numbers).ShouldBe(["0", "1 2"]);
    }

    [Theory]
    [InlineData(true, true, 2)]
    [InlineData(true, false, 2)]
    [InlineData(false, false, 1)]
    public void Seeds_of_one_member_are_planted_together_only_where_no_test_runs_either(bool isFirstRun, bool isSecondRun, int groups)
    {
        var cases = Cases(isFirstRun ? Covering(1) : [], isSecondRun ? Covering(1) : []).Select(item => item with { Seed = item.Seed with { Place = item.Seed.Place with { Member = "M" } } });

        ColdGroups.Of([.. cases]).Count.ShouldBe(groups);
    }

    [Fact]
    public void What_overlaps_is_never_planted_together()
    {
        var same = Cases(Covering(), Covering()).Select(item => item with { Seed = item.Seed with { Edits = [new("A.cs", 0, "a", item.Seed.Id)] } });

        ColdGroups.Of([.. same]).Count.ShouldBe(2);
    }

    [Fact]
    public void Who_was_suspected_in_a_group_is_not_planted_with_others_again()
    {
        var parts = ColdGroups.Split(Cases(Covering(1), Covering(2), Covering(2)), test => test.Test == 2);

        ColdGroups.Of([.. parts.SelectMany(part => part.Cases)]).Count.ShouldBe(3);
    }

    private static string Numbers(ColdGroup part) => string.Join(' ', part.Cases.Select(item => item.Seed.Id).Order(StringComparer.Ordinal));

    private static CoveringTest[] Covering(params int[] tests) => [.. tests.Select(test => new CoveringTest(0, test))];

    private static List<ColdCase> Cases(params CoveringTest[]?[] coverage) => [.. coverage.Select((tests, number) =>
    {
        TextEdit[] edits = [new("A.cs", number * 10, "a", "b")];
        return new ColdCase(new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), SeedSource.Hand, "hand", BugClass.Condition, [], "A trap.", edits, new("A.cs", number, number, $"M{number}")), HostEnd.Ran, new Dictionary<string, IReadOnlyList<BugSeeder.Hosting.BodyKey>>(StringComparer.Ordinal), tests);
    })];
}
