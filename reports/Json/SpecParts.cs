using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Specs;

namespace BugSeeder.Reports.Json;

/// <summary>A spec with what the run shows of it, for report.json. No list names a bug of the sealed half; counts have them.</summary>
internal static class SpecParts
{
    /// <summary>One spec.</summary>
    public static SpecPart Of(SpecReading reading, RunReport report)
    {
        var (spec, trace) = (reading.Study.Spec, reading.Study.Trace);
        var open = report.Run.Bugs.Where(bug => !report.Sealed.Contains(bug)).ToList();
        int Standing(BugStanding standing) => report.Run.Bugs.Count(bug => trace.Of(bug).Standing == standing);
        IReadOnlyList<string> Shown(IEnumerable<string> bugs) => [.. bugs.Where(bug => !report.Sealed.Contains(bug))];
        return new(
            reading.Study.Briefing, spec.Name, spec.Hash, Standing(BugStanding.Stated), Standing(BugStanding.Implied), Standing(BugStanding.Unspecified),
            new(Share(reading.Quoted.Share), Shown(reading.Quoted.Bugs), [.. reading.Quoted.Without.Select(lift => new QuotedLiftPart(lift.Assistant, Estimate(lift.CleanFix)))]),
            [.. spec.AllSections.Zip(reading.Sections).Select(pair => Section(pair.First, pair.Second, trace, open))],
            [.. reading.Advice.Select(advice => new AdvicePart(advice.Member, advice.Behaviour, advice.Bugs, advice.Standing, advice.Section, advice.Sentence, advice.Weight))],
            new(
                [.. reading.BlindSpots.Kinds.Select(kind => new KindPart(kind.Section, kind.Class, kind.Bugs))],
                reading.BlindSpots.BugsWithoutClause.Count, Shown(reading.BlindSpots.BugsWithoutClause), reading.BlindSpots.NeverMentioned, reading.BlindSpots.ClausesWithoutBug, reading.BlindSpots.ClausesWithoutTest),
            [.. reading.Ablations.Select(ablation => new LeftOutPart(
                ablation.Assistant, ablation.Trials, ablation.Planned, ablation.Bugs,
                [.. ablation.Sections.Select(finding => new EffectPart(finding.Section, finding.Effect, finding.Points, finding.Low, finding.High, finding.Adjusted, finding.SameAs, finding.Bugs))],
                Estimate(ablation.WithoutClause), ablation.NotMeasured.Count, Shown(ablation.NotMeasured)))],
            [.. reading.Study.Check.Findings.Select(finding => new FindingPart(finding.Rule, finding.Severity, finding.Place.File, finding.Place.Line, finding.Place.Column, finding.Message, finding.Section, finding.Clause))]);
    }

    private static SectionPart Section(Section section, SectionReading fared, Trace trace, IReadOnlyList<string> open)
    {
        var own = section.WithInner.Select(inner => inner.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            section.Id, section.Title, section.Place.File, section.Place.Line, section.Role, fared.Label, Share(fared.Share),
            [
                .. from bug in open
                   let traced = trace.Of(bug)
                   let clauses = traced.Links.Where(link => own.Contains(link.Section)).Select(link => link.Clause).ToList()
                   where clauses.Count > 0
                   select new SectionBugPart(bug, traced.Standing, fared.Caught.Contains(bug) ? true : fared.Missed.Contains(bug) ? false : null, clauses),
            ]);
    }

    private static SharePart Share(Share share) => new(share.Yes, share.N, share.Low, share.High);

    private static EstimatePart Estimate(Estimate estimate) => new(estimate.Value, estimate.Low, estimate.High, estimate.N, estimate.Method);
}
