using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;

namespace BugSeeder.Reports.Json;

// The form of report.json, member by member as report.schema.json documents it. The model's own records are not used for it,
// so that a change inside the tool cannot change by accident what other people's scripts read.
internal sealed record ReportDocument(
    int SchemaVersion,
    RunPart Run,
    BankPart Bank,
    IReadOnlyList<ArmPart> Arms,
    GradePart Grade,
    IReadOnlyList<TrialPart> Trials);

internal sealed record RunPart(
    string Id,
    string ToolVersion,
    DateTimeOffset Started,
    TargetIdentity Target,
    string Bank,
    string BankHash,
    long SeedNumber,
    IReadOnlyList<string> Bugs,
    IReadOnlyList<string> Controls,
    int Repetitions,
    IReadOnlyList<AssistantPart> Assistants,
    IReadOnlyList<BriefingPart> Briefings,
    IReadOnlyDictionary<string, string> LeftOut,
    string Sandbox,
    bool AnswerHidden,
    IReadOnlyList<string> TestRoutes,
    ConfirmPolicy Confirm,
    ConfirmationPart Confirmation,
    double TimeLimitSeconds,
    int Planned,
    int Finished);

internal sealed record ConfirmationPart(int Fast, int Confirmed, int Contradicted);

internal sealed record AssistantPart(string Name, string Kind, string? Version);

internal sealed record BriefingPart(string Name, string? Spec, HelpLevel Help);

internal sealed record BankPart(
    string Name,
    string Hash,
    string ToolVersion,
    TargetIdentity Target,
    long SeedNumber,
    string Mix,
    int Requested,
    int Proposed,
    int Judged,
    int Bugs,
    IReadOnlyDictionary<BugClass, int> Reached,
    BaselinePart Baseline);

internal sealed record BaselinePart(int Runs, int Oracle, int Failed, int Wavered, int Skipped);

internal sealed record ArmPart(
    string Assistant,
    string Briefing,
    IReadOnlyDictionary<string, EstimatePart> Measures,
    IReadOnlyDictionary<TrialOutcome, int> Outcomes);

internal sealed record EstimatePart(double? Value, double? Low, double? High, int N, IntervalMethod Method);

internal sealed record GradePart(GradeVerdict Verdict, string? Letter, string Reason, IReadOnlyList<LiftPart> Lifts);

internal sealed record LiftPart(string Assistant, string Briefing, GradeVerdict Verdict, string Reason, EstimatePart CleanFix);

internal sealed record TrialPart(
    string Id,
    string Assistant,
    string Briefing,
    SubjectKind Subject,
    string Bug,
    int Repetition,
    TrialOutcome Outcome,
    string OutcomeReason,
    bool Scored,
    double Seconds,
    int Attempts,
    IReadOnlyList<Peek> Peeks,
    JudgingPart? Judging,
    IReadOnlyDictionary<string, MeasurePart> Measures);

internal sealed record JudgingPart(JudgingRoute Route, string Reason, bool? Confirmed, IReadOnlyList<string> Disagreements);

internal sealed record MeasurePart(double? Value, string Reason);
