using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Repairing;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Mender.Tests.Repairing;

public sealed class GoalsTests
{
    [Fact]
    public void Of_several_readings_of_one_clause_those_are_reached_that_a_patch_mends()
    {
        var comparison = new CodeComparison(SpecReader.Read("s", [KeyValuePair.Create("s.md", "# Rooms\n\n- **R-1** Rooms must have these sizes.\n\n| room | seats |\n|---|---|\n| `A` | 1 |\n| `B` | 2 |\n| `C` | 3 |\n| `D` | 4 |\n")]));
        var project = PatternBench.File(Rooms(7, 8));
        var readings = comparison.Departures([project], TestContext.Current.CancellationToken);
        var goals = new Goals(new Departures([], [], []) { Readings = readings }, comparison, [project]);

        IReadOnlyList<int>? Reached(int third, int fourth) => goals.ReadIn(PatternBench.File(Rooms(third, fourth)), [new("C.cs", [])], TestContext.Current.CancellationToken);
        readings.Count.ShouldBe(2);
        Reached(3, 8).ShouldBe([0]);
        Reached(7, 4).ShouldBe([1]);
        Reached(3, 4).ShouldBe([0, 1]);
        Reached(7, 9).ShouldBe([]);
    }

    private static string Rooms(int third, int fourth) =>
        $"enum Room {{ A, B, C, D }} class Rooms {{ int Seats(Room room) => room switch {{ Room.A => 1, Room.B => 2, Room.C => {third}, Room.D => {fourth}, _ => 0 }}; }}";
}
