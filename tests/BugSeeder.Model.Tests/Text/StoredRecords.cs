using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Tests.Text;

/// <summary>One of each record that is written to disk, with every optional part filled.</summary>
internal static class StoredRecords
{
    private static readonly TrialKey Key = new("claude", "spec.b07-3f9a2c", 2);
    private static readonly Briefing Spec = new("spec:billing", "docs/billing.md", HelpLevel.Spec);
    private static readonly Seed Seed = new(
        "3f9a2c",
        SeedSource.Stryker,
        "flip-comparison",
        BugClass.DotNetSemantics,
        [ProductionTrait.FailureHandling],
        "Compares the other way round.",
        [new TextEdit("src/Shop.cs", 120, "<=", "<")],
        new CodePlace("src/Shop.cs", 7, 8, "Shop.Cart.Total"))
    {
        Shape = BugShape.AcrossFiles,
        Places = [new CodePlace("src/Shop.cs", 7, 8, "Shop.Cart.Total"), new CodePlace("src/Till.cs", 2, 2, "")],
        Provenance = new Provenance("0123456789", "Fix rounding\n\nIt was wrong."),
        Parts = [new SeedPart("3f9a2d", "flip-comparison", BugClass.Condition, "Compares.", new CodePlace("src/Shop.cs", 7, 8, "Shop.Cart.Total"))],
    };

    public static Bug Bug { get; } = new(1, "b07-3f9a2c", Seed, ["Shop.Tests::T1"], ["Expected 3, was 2 – \"rounded\" <down>"], 120, ["Shop.Tests::T2"], CommentBeside: true) { Difficulty = new BugDifficulty(0.62, 12, 2, 3) };

    public static SeedRecord SeedRecord { get; } = new(1, SeedVerdict.WitnessNotRemovable, "The test is generated.", Seed);

    public static TreeVerdict TreeVerdict { get; } = new(
        TreeOutcome.TestsTimedOut,
        [new BuildDiagnostic("CS0219", false, "src/Shop.cs", 3, "Unused.")],
        new Dictionary<string, TestOutcome> { ["Shop.Tests::T1"] = TestOutcome.Skipped },
        new Dictionary<string, string> { ["Shop.Tests::T1"] = "Expected 3" });

    public static Bank Bank { get; } = new()
    {
        SchemaVersion = 1,
        ToolVersion = "0.1.0",
        Target = new TargetIdentity("shop", "abc123", Dirty: true, "00ff"),
        SeedNumber = long.MaxValue,
        Mix = "realistic",
        Requested = 30,
        Proposed = 900,
        Judged = 70,
        KeepsComments = true,
        Baseline = new Baseline(3, ["Shop.Tests::T1"], [new SetAsideTest("Shop.Tests::T9", SetAsideReason.Wavered)]),
        Reached = new Dictionary<BugClass, int> { [BugClass.WrongReference] = 1, [BugClass.DotNetSemantics] = 2 },
        Bugs = ["b07-3f9a2c"],
        ProposedBy = new Dictionary<string, int> { ["flip-comparison"] = 12 },
        Misses = [new MixMiss("Omission", 4, 2, "since of 3 such places 3 were judged")],
        Merged = 5,
        History = new HistoryYield(200, 12, 5, 6, new Dictionary<string, int> { ["it touches more than 5 product files"] = 7 }),
    };

    public static Challenge Challenge { get; } = new("spec.b07-3f9a2c", SubjectKind.CleanControl, "b07-3f9a2c", Spec, "00ff");

    public static Claim Claim { get; } = new(ClaimVerdict.NoDefect, "src/Shop.cs", "Shop.Cart.Total", "2.1", "It rounds.", true, ["T1"], false, "Which?", 0.75);

    public static Observation Observation { get; } = new(
        1, Key, TrialOutcome.ContextOverflow, "The context was too long.", 12.5, 1, Claim, [new FileChange("src/Shop.cs", ChangeKind.Modified)], 2)
    {
        Network = [new("api.example.com:443", NetworkVerdict.Refused, 3)],
        Peeks = [new(PeekKind.TriedToFetch, "curl https://example.com")],
    };

    public static Transcript Transcript { get; } = new(
        "1.2.3", "model", [new TranscriptEntry(EntryKind.ToolCall, "read", "text", false)], "Done.", new Usage(1, 2, 3, 4, 5, 0.12m, 6), ["late"]);

    public static Score Score { get; } = new(
        1,
        Key,
        SubjectKind.Bug,
        "b07-3f9a2c",
        Spec.Name,
        TrialOutcome.Completed,
        new Dictionary<MeasureId, Measure> { [MeasureId.CleanFix] = Measure.Of(true, "fixed"), [MeasureId.CostUsd] = Measure.NotObservable("not said") });

    public static RunRecord Run { get; } = new()
    {
        SchemaVersion = 1,
        Id = "run-1",
        ToolVersion = "0.1.0",
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Target = new TargetIdentity("shop", null, Dirty: false, "00ff"),
        Bank = "default",
        BankHash = "00ff",
        SeedNumber = -1,
        Bugs = ["b07-3f9a2c"],
        Controls = ["b07-3f9a2c"],
        Ablation = new Ablation(["rounding"], 16),
        Repetitions = 3,
        Assistants = [new AssistantRecord("claude", "claude-code", "2.0")],
        Briefings = [Briefing.None, Spec],
        Specs = new Dictionary<string, string> { ["docs/Billing.md"] = "# Billing\n" },
        LeftOut = new Dictionary<string, string> { ["README.md"] = "restates the spec" },
        Confinement = new(SandboxLevel.Container, "podman", NetworkIsOpen: true, ["localhost:11434"], "boxed"),
        TestRoutes = ["vstest"],
        Limits = new(900, 300, 67108864, null, null),
        LeaveOut = [],
        MayChange = [],
        Properties = new Dictionary<string, string>(),
    };

    public static Arm Arm { get; } = new(
        "claude",
        "none",
        new Dictionary<MeasureId, Estimate> { [MeasureId.FalseAlarms] = new(0, 0, 0.16, 20, IntervalMethod.Wilson), [MeasureId.Turns] = Estimate.Nothing },
        new Dictionary<TrialOutcome, int> { [TrialOutcome.TimedOut] = 2 });

    public static Grade Grade { get; } = new(
        GradeVerdict.NotShownToHelp, "Too little.", [new Lift("claude", "spec", new Estimate(0.1, -0.1, 0.3, 30, IntervalMethod.NewcombePaired), GradeVerdict.NotShownToHelp, "Too little.")]);

    public static RunReport Report { get; } = new(
        Run, Bank, [new BugReport(Bug, "--- a\n+++ b\n")], [new TrialReport(Challenge, Observation, Score, "", "Fix it.", Transcript)], [Arm], Grade, 12);
}
