using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Repairing;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Mender.Tests.Repairing;

public sealed class GoalsTests
{
    [Fact]
    public void Of_several_readings_of_one_clause_those_are_reached_that_a_patch_mends()
    {
        var (goals, readings) = GoalsOf(Rooms(7, 8));

        IReadOnlyList<int>? Reached(int third, int fourth) => goals.ReadIn(PatternBench.File(Rooms(third, fourth)), [new("C.cs", [])], TestContext.Current.CancellationToken);
        readings.Count.ShouldBe(2);
        Reached(3, 8).ShouldBe([0]);
        Reached(7, 4).ShouldBe([1]);
        Reached(3, 4).ShouldBe([0, 1]);
        Reached(7, 9).ShouldBe([]);
    }

    [Fact]
    public void Beside_what_reads_otherwise_is_what_changes_its_file_and_none_of_its_places()
    {
        var (goals, readings) = GoalsOf(Rooms(3, 8));
        var code = PatternBench.File(Rooms(3, 8)).Trees["C.cs"].ToString();

        bool IsBeside(string file, string text) => goals.AreBeside([new(file, [new(new(code.IndexOf(text, StringComparison.Ordinal), text.Length), "0")])]);
        readings.Count.ShouldBe(1);
        IsBeside("C.cs", "3").ShouldBeTrue();
        IsBeside("C.cs", "8").ShouldBeFalse();
        IsBeside("Other.cs", "3").ShouldBeFalse();
    }

    private static (Goals Goals, IReadOnlyList<CodeDeparture> Readings) GoalsOf(string code)
    {
        var comparison = new CodeComparison(SpecReader.Read("s", [KeyValuePair.Create("s.md", "# Rooms\n\n- **R-1** Rooms must have these sizes.\n\n| room | seats |\n|---|---|\n| `A` | 1 |\n| `B` | 2 |\n| `C` | 3 |\n| `D` | 4 |\n")]));
        var project = PatternBench.File(code);
        var readings = comparison.Departures([project], TestContext.Current.CancellationToken);
        return (new(new Departures([], [], []) { Readings = readings }, comparison, [project]), readings);
    }

    private static string Rooms(int third, int fourth) =>
        $"enum Room {{ A, B, C, D }} class Rooms {{ int Seats(Room room) => room switch {{ Room.A => 1, Room.B => 2, Room.C => {third}, Room.D => {fourth}, _ => 0 }}; }}";
}
