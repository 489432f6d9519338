using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;

namespace BugSeeder.Reports.Tests.Samples;

/// <summary>A run as it could be: 2 assistants × 2 briefings, 6 bugs, 3 controls, an infrastructure fault, a time-out, hostile text.</summary>
internal static class Sample
{
    private static readonly Briefing Spec = new("spec", "docs/tariff.md", HelpLevel.Spec);

    private static readonly TargetIdentity Target = new("tariff", "4be1c09d2f7a", false, "9c1185a5c5e9fc54612808977ee8f548b2258d31");

    // The letters of SampleTrials: six bugs, then three controls.
    private static readonly (string Assistant, Briefing Briefing, string Letters)[] Letters =
    [
        ("claude", Briefing.None, "CMfMCMLAL"),
        ("claude", Spec, "CCCfCDLLL"),
        ("codex", Briefing.None, "MMfTCMALL"),
        ("codex", Spec, "CICMCBLLA"),
    ];

    public static RunReport Report { get; } = Build();

    private static RunReport Build()
    {
        var arms = Letters.Select(arm => (arm.Assistant, arm.Briefing, Trials: arm.Letters.Select((letter, at) => SampleTrials.Of(arm.Assistant, arm.Briefing, SampleBugs.All[at % 6], letter)).ToList())).ToList();
        var grade = new Grade(GradeVerdict.Ungraded, "6 bugs are too few: a grade needs 20.", [Lift("claude", 0.5, -0.03, 0.77, 6), Lift("codex", 0.4, -0.16, 0.73, 5)])
        {
            Specs = [new("spec", GradeVerdict.Ungraded, "6 bugs are too few: a grade needs 20.", null)],
        };
        return new(
            Run,
            Bank,
            SampleBugs.All,
            [.. arms.SelectMany(arm => arm.Trials)],
            [.. arms.Select(arm => SampleArms.Of(arm.Assistant, arm.Briefing.Name, arm.Trials))],
            grade,
            Planned: 36);
    }

    private static RunRecord Run => new()
    {
        SchemaVersion = 1,
        Id = "2026-03-14-0912",
        ToolVersion = "0.1.0",
        Started = new(2026, 3, 14, 9, 12, 0, TimeSpan.Zero),
        Target = Target,
        Bank = "spring",
        BankHash = "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
        SeedNumber = 7,
        Bugs = [.. SampleBugs.All.Select(bug => bug.Bug.Id)],
        Controls = [.. SampleBugs.All.Take(3).Select(bug => bug.Bug.Id)],
        Repetitions = 1,
        Assistants = [new("claude", "claude", "2.1.4"), new("codex", "codex", null)],
        Briefings = [Briefing.None, Spec],
        Specs = new Dictionary<string, string> { ["docs/tariff.md"] = "# Tariff\n" },
        LeftOut = new Dictionary<string, string> { ["README.md"] = "restates sections 2 to 4 of the spec" },
        Confinement = new(SandboxLevel.Bubblewrap, "bubblewrap 0.8: own file tree", NetworkIsOpen: false, ["localhost:11434"], "boxed, without a network"),
        TestRoutes = ["Tariff.Tests: warm worker, since it is xunit v2 without assembly fixtures"],
        Limits = new(600, 300, 67108864, null, null),
        LeaveOut = [],
        MayChange = [],
        Properties = new Dictionary<string, string>(),
    };

    private static Bank Bank => new()
    {
        SchemaVersion = 1,
        ToolVersion = "0.1.0",
        Target = Target,
        SeedNumber = 42,
        Mix = "realistic",
        Requested = 6,
        Proposed = 388,
        Judged = 19,
        KeepsComments = true,
        Baseline = new(3, [.. Enumerable.Range(1, 212).Select(number => $"Tariff.Tests::Test {number}")], [new("Tariff.Tests::Tariff.ClockTests.It is <now>", SetAsideReason.Wavered), new("Tariff.Tests::Tariff.NetTests.Rates load", SetAsideReason.Skipped)]),
        Reached = new SortedDictionary<BugClass, int>(SampleBugs.All.ToDictionary(bug => bug.Bug.Seed.Class, _ => 1)),
        Bugs = [.. SampleBugs.All.Select(bug => bug.Bug.Id)],
    };

    private static Lift Lift(string assistant, double value, double low, double high, int n) => new(assistant, "spec", new(value, low, high, n, IntervalMethod.NewcombePaired), GradeVerdict.Ungraded, "only 6 bugs are paired");
}
