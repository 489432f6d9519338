namespace BugSeeder.Model.Grades;

/// <summary>What lifts say, in words.</summary>
internal static class Verdicts
{
    /// <summary>Under so many bugs in both arms there is no grade: a convention, and about where the bootstrap begins to hold.</summary>
    public const int FewestBugs = 20;

    /// <summary>The verdict of one lift.</summary>
    public static (GradeVerdict Verdict, string Reason) Of(Estimate lift, int clusters, string assistant, string briefing, Look? look)
    {
        if (lift.N < FewestBugs || lift is not { Value: { } value, Low: { } low, High: { } high })
        {
            var have = lift.N == 1 ? "1 bug has" : $"{lift.N} bugs have";
            return (GradeVerdict.Ungraded, $"{have} a result from {assistant} both under {briefing} and without a spec; a grade takes at least {FewestBugs}.");
        }

        var isOpen = look is { Decision: LookDecision.GoOn or LookDecision.Futile };
        var verdict = low > 0 ? GradeVerdict.Helps : high < 0 ? GradeVerdict.Harms : isOpen ? GradeVerdict.Inconclusive : GradeVerdict.NotShownToHelp;
        var finding = verdict switch
        {
            GradeVerdict.Helps => "lies above 0",
            GradeVerdict.Harms => "lies below 0",
            _ => "includes 0",
        };
        var basis = clusters == lift.N ? $"{lift.N} bugs" : $"{lift.N} bugs that form {clusters} independent {(clusters == 1 ? "group" : "groups")}";
        if (look is not null)
            basis += $", after round {look.Round} of at most {look.Planned}{(look.Decision == LookDecision.Futile ? "; going on would hardly show anything" : "")}";
        return (verdict, $"Under {briefing}, {assistant}'s clean-fix rate changes by {Points(value)} points, and the 95 % interval {Points(low)} to {Points(high)} {finding} ({basis}).");
    }

    /// <summary>The verdict on each spec, and over all of them: the least favourable. What it rests on is said for <see cref="Grading.Grade"/>.</summary>
    public static Grade Overall(IReadOnlyList<Lift> lifts, IReadOnlyList<string> assistants, IReadOnlySet<string> references)
    {
        if (assistants.Count == 0)
            return new Grade(GradeVerdict.Ungraded, "No trial was scored.", lifts);

        if (assistants.All(references.Contains))
            return new Grade(GradeVerdict.Ungraded, "Only reference assistants ran, and they know the answers: they test the instrument, not the spec.", lifts);

        var specs = lifts.Where(lift => !references.Contains(lift.Assistant))
            .GroupBy(static lift => lift.Briefing, StringComparer.Ordinal)
            .OrderBy(static spec => spec.Key, StringComparer.Ordinal)
            .Select(static spec => OfSpec(spec.Key, [.. spec]))
            .ToList();
        if (specs.MinBy(static spec => Favour(spec.Verdict)) is not { } deciding)
            return new Grade(GradeVerdict.Ungraded, "No trial with a spec was scored.", lifts);

        return new Grade(deciding.Verdict, string.Join(" ", specs.Select(static spec => spec.Reason)), lifts) { Specs = specs, Letter = deciding.Letter };
    }

    private static SpecVerdict OfSpec(string briefing, IReadOnlyList<Lift> lifts)
    {
        var deciding = lifts.MinBy(static lift => Favour(lift.Verdict))!;
        var reason = lifts.Count == 1 ? deciding.Reason : $"The least favourable of {lifts.Count} assistants decides. {deciding.Reason}";
        return new(briefing, deciding.Verdict, reason, deciding.Figures.Letter);
    }

    /// <summary>Harm that was shown outweighs what is not known; what is not known outweighs what is.</summary>
    private static int Favour(GradeVerdict verdict) => verdict switch
    {
        GradeVerdict.Harms => 0,
        GradeVerdict.Ungraded => 1,
        GradeVerdict.DoNotDiscriminate => 2,
        GradeVerdict.Inconclusive => 3,
        GradeVerdict.NotShownToHelp => 4,
        GradeVerdict.Helps => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "It is no verdict."),
    };

    /// <summary>Percentage points with their sign; one decimal, so that an end just beside 0 does not read as 0.</summary>
    private static string Points(double share) => (share * 100).ToString("+0.0;−0.0;0.0");
}
