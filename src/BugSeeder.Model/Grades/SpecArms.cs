using BugSeeder.Model.Scores;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>The arms of one assistant that a spec is judged by.</summary>
/// <param name="Arms">The scores of each briefing of the assistant.</param>
/// <param name="Briefing">The arm with the spec.</param>
/// <param name="Clusters">Which bugs belong together.</param>
/// <param name="Sealed">The bugs of the sealed half.</param>
/// <param name="Looks">The rounds after which the run is looked at; empty where it is not.</param>
internal sealed record SpecArms(ILookup<string, Score> Arms, string Briefing, Clusters Clusters, IReadOnlySet<string> Sealed, IReadOnlyList<int> Looks)
{
    private const double LetterLevel = 0.90;

    /// <summary>Under so many bugs a half says nothing.</summary>
    private const int FewestInHalf = 5;

    private static readonly MeasureId[] Spent =
        [MeasureId.InputTokens, MeasureId.OutputTokens, MeasureId.CostUsd, MeasureId.Turns, MeasureId.ToolCalls, MeasureId.RepeatedFailures, MeasureId.RevisitedStates, MeasureId.Seconds];

    /// <summary>Clean fixes, bug by bug, with the spec and without.</summary>
    public IReadOnlyList<PairedBug> Pairs => PairedBug.Of(Values(Briefing, MeasureId.CleanFix), Values(Trials.Briefing.None.Name, MeasureId.CleanFix));

    /// <summary>The last look that all its trials are there for; <see langword="null"/> where none was planned or reached.</summary>
    public Look? LastLook()
    {
        if (Looks.Count == 0)
            return null;
        int Done(string briefing) => Arms[briefing].Where(static score => score.Kind == SubjectKind.Bug).Select(static score => score.Trial.Repetition).DefaultIfEmpty(0).Max();
        var done = Math.Min(Done(Briefing), Done(Trials.Briefing.None.Name));
        var rounds = Looks.Where(look => look <= done).DefaultIfEmpty(0).Max();
        return rounds == 0 ? null : Look.At(PairedBug.Of(Values(Briefing, MeasureId.CleanFix, rounds), Values(Trials.Briefing.None.Name, MeasureId.CleanFix, rounds)), rounds, Looks);
    }

    /// <summary>All that is known of the spec beside its lift.</summary>
    public SpecFigures Figures(GradeVerdict verdict, Look? look)
    {
        var (spec, none, full) = (Values(Briefing, MeasureId.CleanFix), Values(Trials.Briefing.None.Name, MeasureId.CleanFix), Values(Trials.Briefing.Full.Name, MeasureId.CleanFix));
        var pairs = PairedBug.Of(spec, none);
        var gap = GapClosure.Of(spec, none, full, LetterLevel);
        var changes = Changes();
        var (letter, reason) = Letter(verdict, pairs.Count, full.Count > 0, gap, changes);
        return new()
        {
            ThisBankOnly = ThisBank(pairs),
            GapClosure = GapClosure.Of(spec, none, full, Interval.Level).Ratio,
            Room = gap.Room,
            Letter = letter,
            LetterReason = reason,
            Changes = changes,
            Savings = [.. Spent.Select(Saved).Where(static saving => saving.Ratio.Value is not null)],
            Halves = Split(pairs),
            Climb = [.. new HelpClimb(this).Steps()],
            Placebo = Estimates.OfDifference(PairedBug.Of(Values(Trials.Briefing.PlaceboOf(Briefing), MeasureId.CleanFix), none)),
            Look = look,
            SelfEvident = [.. none.Where(static bug => bug.Mean >= 1).Select(static bug => bug.Bug)],
            LimitedByTheAssistant = [.. full.Where(static bug => bug.Mean <= 0).Select(static bug => bug.Bug)],
        };
    }

    /// <summary>One measure of one arm, bug by bug.</summary>
    /// <param name="briefing">The arm.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="rounds">Only trials of so many rounds.</param>
    public IReadOnlyList<BugValue> Values(string briefing, MeasureId measure, int rounds = int.MaxValue) =>
        BugValue.Of(Arms[briefing].Where(score => score.Trial.Repetition <= rounds), MeasureCatalogue.Of(measure), Clusters);

    private static Estimate ThisBank(IReadOnlyList<PairedBug> pairs)
    {
        if (pairs.Count == 0)
            return Estimate.Nothing;
        var difference = pairs.Average(static pair => pair.Difference);
        var cells = pairs.SelectMany(static pair => new TrialMean[] { new(pair.With.Mean, pair.With.Trials), new(pair.Without.Mean, pair.Without.Trials) });
        return WithinBugs.Around(difference, pairs.Count, cells, Interval.Level) is { } interval
            ? new(difference, Math.Max(-1, interval.Low), Math.Min(1, interval.High), pairs.Count, IntervalMethod.WithinBugs)
            : new(difference, null, null, pairs.Count, IntervalMethod.None);
    }

    private (LetterGrade? Letter, string Reason) Letter(GradeVerdict verdict, int bugs, bool hasFull, GapClosure gap, IReadOnlyList<MeasureChange> changes)
    {
        if (verdict == GradeVerdict.Ungraded || bugs < Verdicts.FewestBugs)
            return (null, $"Ungraded: a letter takes at least {Verdicts.FewestBugs} bugs.");
        if (!hasFull)
            return (null, SpecFigures.Nothing.LetterReason);
        if (!gap.Discriminates)
            return (null, "These bugs do not discriminate: with everything explained they are not fixed clearly more often than with nothing.");
        if (verdict is GradeVerdict.NotShownToHelp or GradeVerdict.Inconclusive)
            return (null, "The spec was not shown to help, so it has no letter.");
        var cap = Cap(changes);
        return (LetterGrade.Of(gap.Ratio, cap), $"{(cap is null ? "" : cap + " ")}{LetterGrade.Conventions}.");
    }

    private string? Cap(IReadOnlyList<MeasureChange> changes)
    {
        var alarms = changes.FirstOrDefault(static change => change.Measure == MeasureId.FalseAlarms)?.Difference.Value;
        if (alarms > LetterGrade.LargestExcess)
            return "Capped at C: with the spec there are over 20 points more false alarms.";
        var drift = Estimates.OfDifference(PairedBug.Of(Drift(Briefing), Drift(Trials.Briefing.None.Name))).Value;
        return drift > LetterGrade.LargestExcess ? "Capped at C: with the spec over 20 points more trials drift." : null;
    }

    /// <summary>Whether any drift gate tripped, as one measure.</summary>
    private IReadOnlyList<BugValue> Drift(string briefing) => BugValue.Of(
        Arms[briefing].Where(static score => score.Kind == SubjectKind.Bug).Select(static score => score with
        {
            Measures = new Dictionary<MeasureId, Measure>
            {
                [MeasureId.CleanFix] = Measure.Of(MeasureCatalogue.All.Any(measure => measure.IsDriftGate && score.Measures.GetValueOrDefault(measure.Id) is { IsYes: true }), "a drift gate tripped"),
            },
        }),
        MeasureCatalogue.Of(MeasureId.CleanFix),
        Clusters);

    private IReadOnlyList<MeasureChange> Changes()
    {
        var found = MeasureCatalogue.All
            .Where(static measure => measure.Scale == MeasureScale.YesNo && measure.Id != MeasureId.CleanFix)
            .Select(measure => (measure.Id, Pairs: PairedBug.Of(Values(Briefing, measure.Id), Values(Trials.Briefing.None.Name, measure.Id))))
            .Where(static measure => measure.Pairs.Count > 0)
            .Select(static measure => (measure.Id, Difference: Estimates.OfDifference(measure.Pairs), P: Estimates.PValue(measure.Pairs)!.Value))
            .ToList();
        return [.. found.Zip(FalseDiscovery.Adjusted([.. found.Select(static each => each.P)]), static (each, adjusted) => new MeasureChange(each.Id, each.Difference, adjusted, adjusted <= FalseDiscovery.Share))];
    }

    private Saving Saved(MeasureId measure) => new(measure, Estimates.OfRatio(
        [.. PairedBug.Of(Values(Briefing, measure), Values(Trials.Briefing.None.Name, measure)).Select(static pair => new RatioPart(pair.Cluster, pair.With.Mean, pair.Without.Mean))], Interval.Level));

    private Halves? Split(IReadOnlyList<PairedBug> pairs)
    {
        var halves = pairs.ToLookup(pair => Sealed.Contains(pair.With.Bug));
        if (halves[true].Count() < FewestInHalf || halves[false].Count() < FewestInHalf)
            return null;
        var (open, closed) = (Estimates.OfDifference([.. halves[false]]), Estimates.OfDifference([.. halves[true]]));
        return new(open, closed, Estimates.OfSeparate(open, closed, lowest: -2));
    }
}
