using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Repairing;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Mender.Tests.Repairing;

public sealed class GoalsTests
{
    private const string Timed = " class Lease { DateTimeOffset End => DateTimeOffset.UtcNow.AddDays(1); }";

    private const string Spec = "# Rooms\n\n- **R-1** Rooms must have these sizes.\n\n| room | seats |\n|---|---|\n| `A` | 1 |\n| `B` | 2 |\n| `C` | 3 |\n| `D` | 4 |\n\n- **R-2** The time must be taken from the `TimeProvider` handed in, never from the system clock.\n";

    [Fact]
    public void Of_several_readings_of_one_clause_those_are_reached_that_a_patch_mends()
    {
        var goals = Goals(Rooms(7, 8));

        IReadOnlyList<int>? Reached(int third, int fourth) => Read(goals, Rooms(third, fourth));
        goals.Count.ShouldBe(2);
        Reached(3, 8).ShouldBe([0]);
        Reached(7, 4).ShouldBe([1]);
        Reached(3, 4).ShouldBe([0, 1]);
        Reached(7, 9).ShouldBe([]);
    }

    [Fact]
    public void What_mends_a_reading_and_departs_from_another_clause_is_refused()
    {
        var goals = Goals(Rooms(7, 4));

        Read(goals, Rooms(3, 4)).ShouldBe([0]);
        Read(goals, Rooms(3, 4) + Timed).ShouldBeNull();
    }

    private static Goals Goals(string code)
    {
        var comparison = new CodeComparison(SpecReader.Read("s", [KeyValuePair.Create("s.md", Spec)]));
        var project = PatternBench.File(code);
        return new(new([], [], []) { Readings = comparison.Departures([project], TestContext.Current.CancellationToken) }, comparison, [project]);
    }

    private static IReadOnlyList<int>? Read(Goals goals, string code) => goals.ReadIn(PatternBench.File(code), [new("C.cs", [])], TestContext.Current.CancellationToken);

    private static string Rooms(int third, int fourth) =>
        $"enum Room {{ A, B, C, D }} class Rooms {{ int Seats(Room room) => room switch {{ Room.A => 1, Room.B => 2, Room.C => {third}, Room.D => {fourth}, _ => 0 }}; }}";
}
