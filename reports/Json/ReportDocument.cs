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
    IReadOnlyList<SpecPart> Specs,
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
    AblationPart? Ablation,
    SealedPart Sealed,
    int Planned,
    int Finished);

internal sealed record AblationPart(IReadOnlyList<string> Sections, int Trials);

internal sealed record SealedPart(int Bugs, int Trials);

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
    IReadOnlyDictionary<TrialOutcome, int> Outcomes,
    EstimatePart Detection,
    ConsistencyPart? Consistency,
    Calibration? Calibration);

internal sealed record ConsistencyPart(int Trials, EstimatePart All, EstimatePart Any);

internal sealed record EstimatePart(double? Value, double? Low, double? High, int N, IntervalMethod Method);

internal sealed record GradePart(
    GradeVerdict Verdict,
    string? Letter,
    string? LetterLow,
    string? LetterHigh,
    string Reason,
    IReadOnlyList<SpecVerdictPart> Specs,
    IReadOnlyList<LiftPart> Lifts);

internal sealed record SpecVerdictPart(string Briefing, GradeVerdict Verdict, string? Letter, string? LetterLow, string? LetterHigh, string Reason);

internal sealed record LiftPart(
    string Assistant,
    string Briefing,
    GradeVerdict Verdict,
    string Reason,
    EstimatePart CleanFix,
    EstimatePart ThisBankOnly,
    string? Letter,
    string? LetterLow,
    string? LetterHigh,
    string LetterReason,
    EstimatePart GapClosure,
    EstimatePart Room,
    IReadOnlyList<ChangePart> Changes,
    IReadOnlyList<SavingPart> Savings,
    HalvesPart? Halves,
    IReadOnlyList<StepPart> Climb,
    EstimatePart Placebo,
    LookPart? Look,
    IReadOnlyList<string> SelfEvident,
    IReadOnlyList<string> LimitedByTheAssistant);

internal sealed record ChangePart(string Measure, EstimatePart Difference, double P, bool IsFinding);

internal sealed record SavingPart(string Measure, EstimatePart Ratio);

internal sealed record HalvesPart(EstimatePart Open, EstimatePart Sealed, EstimatePart Gap);

internal sealed record StepPart(HelpLevel Level, EstimatePart Solved, EstimatePart Again, EstimatePart Added);

internal sealed record LookPart(int Round, int Planned, double Level, double? Chance, LookDecision Decision);

internal sealed record TrialPart(
    string Id,
    string Assistant,
    string Briefing,
    SubjectKind Subject,
    string Bug,
    int Repetition,
    IReadOnlyList<string>? LeftOut,
    TrialOutcome Outcome,
    string OutcomeReason,
    bool Scored,
    double Seconds,
    int Attempts,
    IReadOnlyList<Peek> Peeks,
    ClaimPart? Claim,
    JudgingPart? Judging,
    IReadOnlyDictionary<string, MeasurePart> Measures);

internal sealed record ClaimPart(
    ClaimVerdict? Verdict,
    string? File,
    string? Member,
    string? Clause,
    string? Explanation,
    bool? Fixed,
    IReadOnlyList<string>? Tests,
    bool? TestsRun,
    string? Question,
    double? Confidence);

internal sealed record JudgingPart(JudgingRoute Route, string Reason, bool? Confirmed, IReadOnlyList<string> Disagreements);

internal sealed record MeasurePart(double? Value, string Reason);
