using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Comparisons;

/// <summary>Compares arms of two runs: spec with spec, assistant with assistant, version with version. Bugs are the same where they make the same edits, whatever bank they are in.</summary>
public static class Comparing
{
    private static readonly MeasureId[] Spent = [MeasureId.InputTokens, MeasureId.OutputTokens, MeasureId.CostUsd, MeasureId.Turns, MeasureId.RepeatedFailures, MeasureId.RevisitedStates, MeasureId.Seconds];

    /// <summary>The arms that belong together where the user names none: those of the same name; or the only arm with a spec of each run.</summary>
    public static IReadOnlyList<(ComparedArm First, ComparedArm Second)> Pairs(RunReport first, RunReport second)
    {
        var (left, right) = (SpecArms(first), SpecArms(second));
        var same = left.Join(right, static arm => (arm.Assistant, arm.Briefing), static arm => (arm.Assistant, arm.Briefing), static (one, other) => (one, other)).ToList();
        return same.Count > 0 ? same : left.Count == 1 && right.Count == 1 ? [(left[0], right[0])] : [];
    }

    /// <summary>Every arm of a run.</summary>
    public static IReadOnlyList<ComparedArm> Arms(RunReport report) => [.. report.Arms.Select(arm => new ComparedArm(report.Run.Id, arm.Assistant, arm.Briefing))];

    /// <summary>Compares one arm of each run.</summary>
    public static Comparison Of(RunReport first, ComparedArm firstArm, RunReport second, ComparedArm secondArm)
    {
        var (left, right) = (new Side(first, firstArm), new Side(second, secondArm));
        var clusters = Clusters.Of(left.Bugs.Concat(right.Bugs));
        var (before, after) = (left.Values(MeasureId.CleanFix, clusters), right.Values(MeasureId.CleanFix, clusters));
        var pairs = PairedBug.Of(after, before);
        var isPaired = pairs.Count > 0;
        var difference = isPaired ? Estimates.OfDifference(pairs) : Estimates.OfSeparate(Estimates.OfRate(after), Estimates.OfRate(before));
        var (verdict, reason) = Judge(difference, isPaired);
        var flips = Flips(pairs, right);
        // A bug that either report seals stays sealed.
        var closed = second.Sealed.Union(first.Sealed.Select(bug => first.Bugs.FirstOrDefault(own => own.Bug.Id == bug)?.Bug.Seed.Id).OfType<string>().Where(right.Has).Select(edits => right.Find(edits).Id)).ToHashSet(StringComparer.Ordinal);
        return new(
            firstArm,
            secondArm,
            verdict,
            reason,
            isPaired,
            pairs.Count,
            before.Count - pairs.Count,
            after.Count - pairs.Count,
            Estimates.OfRate(isPaired ? [.. pairs.Select(static pair => pair.Without)] : before),
            Estimates.OfRate(isPaired ? [.. pairs.Select(static pair => pair.With)] : after),
            difference,
            OverNone(left, right, clusters),
            Changes(left, right, clusters),
            Classes(pairs, right),
            [.. Spent.Select(measure => Spends(measure, left, right, clusters)).Where(static saving => saving.Ratio.Value is not null)],
            [.. flips.Where(flip => !closed.Contains(flip.Bug))])
        {
            Sections = ReadingOf(second, secondArm) is { } reading ? Sections(pairs, right, reading) : ReadingOf(first, firstArm) is { } earlier ? Sections(pairs, left, earlier) : [],
            SealedFlips = flips.Count(flip => closed.Contains(flip.Bug)),
        };
    }

    private static SpecReading? ReadingOf(RunReport report, ComparedArm arm) => report.Specs.FirstOrDefault(reading => reading.Study.Briefing == arm.Briefing);

    /// <summary>Sections that do not contain each other, of which enough bugs were tried in both arms.</summary>
    private static IReadOnlyList<SectionChange> Sections(IReadOnlyList<PairedBug> pairs, Side side, SpecReading reading)
    {
        var found = (from section in SectionUnits.Of(reading.Study.Spec)
                     let linked = reading.Study.Trace.BugsOf(section).ToHashSet(StringComparer.Ordinal)
                     let own = pairs.Where(pair => linked.Contains(side.Find(pair.With.Bug).Id)).ToList()
                     where own.Count >= SectionReading.EnoughBugs
                     select (section.Id, section.Title, Difference: Estimates.OfDifference(own), P: Estimates.PValue(own)!.Value)).ToList();
        return [.. found.Zip(FalseDiscovery.Adjusted([.. found.Select(static each => each.P)]), static (each, p) => new SectionChange(each.Id, each.Title, each.Difference, p, p <= FalseDiscovery.Share))];
    }

    private static List<ComparedArm> SpecArms(RunReport report) => [.. Arms(report).Where(static arm => Briefing.IsPlainSpec(arm.Briefing))];

    private static (ComparisonVerdict Verdict, string Reason) Judge(Estimate difference, bool isPaired)
    {
        if (difference.N < Verdicts.FewestBugs || difference is not { Low: { } low, High: { } high })
            return (ComparisonVerdict.Ungraded, $"{difference.N} {(difference.N == 1 ? "bug has" : "bugs have")} a result; a verdict takes at least {Verdicts.FewestBugs}.");
        var verdict = low > 0 ? ComparisonVerdict.Better : high < 0 ? ComparisonVerdict.Worse : ComparisonVerdict.NoDifferenceShown;
        var finding = verdict switch
        {
            ComparisonVerdict.Better => "lies above 0",
            ComparisonVerdict.Worse => "lies below 0",
            _ => "includes 0",
        };
        return (verdict, $"The 95 % interval of the difference {finding} ({difference.N} {(isPaired ? "bugs, compared one by one" : "bugs or more in each run, none of them shared")}).");
    }

    /// <summary>(second with spec − second without) − (first with spec − first without), bug by bug where all four are there.</summary>
    private static Estimate OverNone(Side left, Side right, Clusters clusters)
    {
        IReadOnlyList<PairedBug> Lift(Side side) => PairedBug.Of(side.Values(MeasureId.CleanFix, clusters), side.None(MeasureId.CleanFix, clusters));
        var (first, second) = (Lift(left), Lift(right));
        var both = second.Join(first, static pair => pair.With.Bug, static pair => pair.With.Bug, static (after, before) => after.With with { Mean = after.Difference - before.Difference }).ToList();
        return both.Count > 0 ? Estimates.OfNumber(both, highest: 2, lowest: -2) : Estimates.OfSeparate(Estimates.OfDifference(second), Estimates.OfDifference(first), lowest: -2);
    }

    private static IReadOnlyList<MeasureChange> Changes(Side left, Side right, Clusters clusters)
    {
        var found = MeasureCatalogue.All
            .Where(static measure => measure.Scale == MeasureScale.YesNo && measure.Id != MeasureId.CleanFix)
            .Select(measure => (measure.Id, Pairs: PairedBug.Of(right.Values(measure.Id, clusters), left.Values(measure.Id, clusters))))
            .Where(static measure => measure.Pairs.Count > 0)
            .Select(static measure => (measure.Id, Difference: Estimates.OfDifference(measure.Pairs), P: Estimates.PValue(measure.Pairs)!.Value)).ToList();
        return [.. found.Zip(FalseDiscovery.Adjusted([.. found.Select(static each => each.P)]), static (each, p) => new MeasureChange(each.Id, each.Difference, p, p <= FalseDiscovery.Share))];
    }

    private static IReadOnlyList<ClassChange> Classes(IReadOnlyList<PairedBug> pairs, Side right)
    {
        var found = pairs.GroupBy(pair => right.Find(pair.With.Bug).Seed.Class).OrderBy(static group => group.Key)
            .Select(static group => (Class: group.Key, Difference: Estimates.OfDifference([.. group]), P: Estimates.PValue([.. group])!.Value)).ToList();
        return [.. found.Zip(FalseDiscovery.Adjusted([.. found.Select(static each => each.P)]), static (each, p) => new ClassChange(each.Class, each.Difference, p, p <= FalseDiscovery.Share))];
    }

    private static Saving Spends(MeasureId measure, Side left, Side right, Clusters clusters) => new(measure, Estimates.OfRatio(
        [.. PairedBug.Of(right.Values(measure, clusters), left.Values(measure, clusters)).Select(static pair => new RatioPart(pair.Cluster, pair.With.Mean, pair.Without.Mean))], Interval.Level));

    private static IReadOnlyList<Flip> Flips(IReadOnlyList<PairedBug> pairs, Side right) =>
    [
        .. pairs.Where(static pair => (pair.With.Mean - 0.5) * (pair.Without.Mean - 0.5) < 0)
            .OrderBy(static pair => pair.Difference).ThenBy(static pair => pair.With.Bug, StringComparer.Ordinal)
            .Select(pair => (Bug: right.Find(pair.With.Bug), Pair: pair))
            .Select(static flip => new Flip(flip.Bug.Id, flip.Bug.Seed.Class, flip.Bug.Seed.Mistake, flip.Pair.Without.Mean, flip.Pair.With.Mean)),
    ];

    /// <summary>One arm of one run, with bugs named by their edits: another bank of the same code has other ids for them.</summary>
    private sealed class Side
    {
        private readonly ComparedArm arm;
        private readonly Dictionary<string, Bug> bugs;
        private readonly IReadOnlyList<Score> scores;

        public Side(RunReport report, ComparedArm arm)
        {
            this.arm = arm;
            var names = report.Bugs.ToDictionary(static bug => bug.Bug.Id, static bug => bug.Bug.Seed.Id, StringComparer.Ordinal);
            bugs = report.Bugs.DistinctBy(static bug => bug.Bug.Seed.Id).ToDictionary(static bug => bug.Bug.Seed.Id, static bug => bug.Bug, StringComparer.Ordinal);
            scores = [.. report.Trials.Where(static trial => trial.Observation.IsScored).Select(static trial => trial.Score).OfType<Score>().Where(score => score.Trial.Assistant == arm.Assistant && names.ContainsKey(score.Bug)).Select(score => score with { Bug = names[score.Bug] })];
        }

        /// <summary>The bugs, named by their edits.</summary>
        public IEnumerable<Bug> Bugs => bugs.Select(static bug => bug.Value with { Id = bug.Key });

        public Bug Find(string edits) => bugs[edits];

        public bool Has(string edits) => bugs.ContainsKey(edits);

        public IReadOnlyList<BugValue> Values(MeasureId measure, Clusters clusters) => Of(arm.Briefing, measure, clusters);

        public IReadOnlyList<BugValue> None(MeasureId measure, Clusters clusters) => Of(Briefing.None.Name, measure, clusters);

        private IReadOnlyList<BugValue> Of(string briefing, MeasureId measure, Clusters clusters) => BugValue.Of(scores.Where(score => score.Briefing == briefing), MeasureCatalogue.Of(measure), clusters);
    }
}
