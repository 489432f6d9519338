using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;

namespace BugSeeder.Reports.Words;

/// <summary>The closed vocabularies of the model in plain words.</summary>
internal static class Titles
{
    /// <summary>How a trial ended.</summary>
    public static string Of(TrialOutcome outcome) => outcome switch
    {
        TrialOutcome.Completed => "completed",
        TrialOutcome.NoChange => "no change",
        TrialOutcome.Asked => "asked",
        TrialOutcome.TimedOut => "timed out",
        TrialOutcome.OverBudget => "over budget",
        TrialOutcome.TurnLimit => "turn limit",
        TrialOutcome.ContextOverflow => "context overflow",
        TrialOutcome.Refused => "refused",
        TrialOutcome.PermissionDenied => "permission denied",
        TrialOutcome.Crashed => "crashed",
        TrialOutcome.Unauthenticated => "unauthenticated",
        TrialOutcome.RateLimited => "rate limited",
        TrialOutcome.InfrastructureFault => "infrastructure fault",
        _ => throw new InvalidOperationException($"No such outcome: {outcome}."),
    };

    /// <summary>Whether trials with this outcome are never scored.</summary>
    public static bool IsNeverScored(TrialOutcome outcome) =>
        outcome is TrialOutcome.Unauthenticated or TrialOutcome.RateLimited or TrialOutcome.InfrastructureFault;

    /// <summary>What kind of slip a bug is.</summary>
    public static string Of(BugClass bugClass) => bugClass switch
    {
        BugClass.WrongReference => "wrong reference",
        BugClass.Omission => "omission",
        BugClass.WrongCall => "wrong call",
        BugClass.Condition => "condition",
        BugClass.Literal => "literal",
        BugClass.DotNetSemantics => ".NET semantics",
        BugClass.Arithmetic => "arithmetic",
        BugClass.Exception => "exception",
        _ => throw new InvalidOperationException($"No such class: {bugClass}."),
    };

    /// <summary>A production trait of a bug.</summary>
    public static string Of(ProductionTrait trait) => trait switch
    {
        ProductionTrait.Concurrency => "concurrency",
        ProductionTrait.FailureHandling => "failure handling",
        ProductionTrait.Security => "security",
        ProductionTrait.Resources => "resources",
        ProductionTrait.Time => "time",
        ProductionTrait.Performance => "performance",
        ProductionTrait.Observability => "observability",
        _ => throw new InvalidOperationException($"No such trait: {trait}."),
    };

    /// <summary>What shut assistants in.</summary>
    public static string Of(Confinement? confinement) => confinement is null
        ? "none"
        : $"{confinement.Text}. Network: {(confinement.NetworkIsOpen ? "open" : string.Join(", ", confinement.Hosts.Prepend("the model’s own hosts")) + ", all else refused")}. Builds and tests: {confinement.Tests}";

    /// <summary>How a trial looked for the answer.</summary>
    public static string Of(PeekKind kind) => kind switch
    {
        PeekKind.LookedForHistory => "looked for history",
        PeekKind.TriedToFetch => "tried to fetch the original",
        PeekKind.LookedOutside => "looked outside of its workspace",
        PeekKind.LookedIntoPackages => "looked into packages or compiled code",
        PeekKind.WasRefused => "asked for a host that it may not reach",
        _ => throw new InvalidOperationException($"No such kind: {kind}"),
    };

    /// <summary>Why a test's word does not count.</summary>
    public static string Of(SetAsideReason reason) => reason switch
    {
        SetAsideReason.Failed => "failed",
        SetAsideReason.Wavered => "wavered",
        SetAsideReason.Skipped => "skipped",
        _ => throw new InvalidOperationException($"No such reason: {reason}."),
    };

    /// <summary>What the assistant says it found.</summary>
    public static string Of(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Defect => "defect",
        ClaimVerdict.NoDefect => "no defect",
        ClaimVerdict.Unsure => "unsure",
        _ => throw new InvalidOperationException($"No such verdict: {verdict}."),
    };

    /// <summary>What is in a workspace.</summary>
    public static string Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Bug => "bug",
        SubjectKind.CleanControl => "clean control",
        SubjectKind.RefactorControl => "refactor control",
        _ => throw new InvalidOperationException($"No such kind: {kind}."),
    };

    /// <summary>How much is explained.</summary>
    public static string Of(HelpLevel level) => level switch
    {
        HelpLevel.Spec => "the spec alone",
        HelpLevel.Symptom => "what a user sees",
        HelpLevel.Witness => "a failing test",
        HelpLevel.Location => "the place",
        HelpLevel.Full => "everything by hand",
        _ => throw new InvalidOperationException($"No such level: {level}."),
    };

    /// <summary>What a look at a run says.</summary>
    public static string Of(LookDecision decision) => decision switch
    {
        LookDecision.GoOn => "not decided yet",
        LookDecision.Helps => "decided: the spec helps",
        LookDecision.Harms => "decided: the spec harms",
        LookDecision.Futile => "stopped: going on would hardly show anything",
        LookDecision.NotShown => "at its end, and nothing shown",
        _ => throw new InvalidOperationException($"No such decision: {decision}."),
    };

    /// <summary>What one entry of a transcript is.</summary>
    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Message => "said",
        EntryKind.Reasoning => "reasoned",
        EntryKind.ToolCall => "called",
        EntryKind.Command => "ran",
        EntryKind.Edit => "edited",
        _ => throw new InvalidOperationException($"No such kind: {kind}."),
    };

    /// <summary>How the bugs of a section fared.</summary>
    public static string Of(SectionLabel label) => label switch
    {
        SectionLabel.NeverExercised => "never exercised",
        SectionLabel.TooFewBugs => "too few bugs",
        SectionLabel.Missed => "missed",
        SectionLabel.Caught => "caught",
        _ => throw new InvalidOperationException($"No such label: {label}."),
    };

    /// <summary>What leaving a section out was shown to do.</summary>
    public static string Of(SectionEffect effect) => effect switch
    {
        SectionEffect.Helps => "helps",
        SectionEffect.Redundant => "redundant",
        SectionEffect.Harmful => "harmful",
        SectionEffect.Inert => "inert",
        SectionEffect.Unknown => "not shown",
        _ => throw new InvalidOperationException($"No such effect: {effect}."),
    };

    /// <summary>What the spec says about what a bug breaks.</summary>
    public static string Of(BugStanding standing) => standing switch
    {
        BugStanding.Unspecified => "unspecified",
        BugStanding.Implied => "implied",
        BugStanding.Stated => "stated",
        _ => throw new InvalidOperationException($"No such standing: {standing}."),
    };

    /// <summary>How an interval was made, with its source.</summary>
    public static string Of(IntervalMethod method) => method switch
    {
        IntervalMethod.None => "no interval: there is nothing to vary",
        IntervalMethod.Wilson => "Wilson's score interval (Wilson 1927), for one yes or no per bug",
        IntervalMethod.ClusterBootstrapT => "bootstrap-t over clusters of bugs that share a member or a good part of their witnesses; trials of one bug are averaged first",
        IntervalMethod.NewcombePaired => "Newcombe's square-and-add interval for paired proportions (Newcombe 1998, method 10), for one yes or no per bug and arm",
        IntervalMethod.RobustWilson => "Wilson's score interval over the effective n of a cluster-robust variance (Bell and McCaffrey 2002; Korn and Graubard 1998)",
        IntervalMethod.RobustPaired => "square-and-add of two such intervals with the correlation of the arms (Zou and Donner 2008)",
        IntervalMethod.RobustT => "Student's t with a cluster-robust variance (Bell and McCaffrey 2002)",
        IntervalMethod.Fieller => "Fieller's set for a ratio of two means (Fieller 1954), with cluster-robust variances",
        IntervalMethod.SquareAndAdd => "square-and-add without a correlation, for two figures from different bugs (Newcombe 1998)",
        IntervalMethod.WithinBugs => "for this bank only: the variance of repeated trials, the bugs taken as all there are",
        _ => throw new InvalidOperationException($"No such method: {method}."),
    };

    /// <summary>The value of a measure of one trial: yes, no, a number in its unit, or that it was not observable.</summary>
    public static string Of(MeasureId id, Measure measure) => measure.Value is not { } value
        ? Figures.NotObservable
        : MeasureCatalogue.Of(id).Scale == MeasureScale.YesNo ? value > 0 ? "yes" : "no" : Figures.Value(id, value);
}
