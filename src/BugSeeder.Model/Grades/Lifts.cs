using BugSeeder.Model.Bugs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Grades;

/// <summary>The lift of each spec over no spec, for each assistant.</summary>
internal static class Lifts
{
    /// <summary>By assistant and then by spec. A missing arm without a spec leaves the lift there, without a value.</summary>
    /// <param name="scores">The scores that count.</param>
    /// <param name="bugs">The bugs, for which belong together and which half each is in.</param>
    /// <param name="references">Assistants that know the answers.</param>
    /// <param name="looks">The rounds after which the run is looked at; empty where it is not.</param>
    public static IReadOnlyList<Lift> Of(IReadOnlyList<Score> scores, IReadOnlyList<Bug> bugs, IReadOnlySet<string> references, IReadOnlyList<int> looks)
    {
        var clusters = Clusters.Of(bugs);
        var closed = bugs.Where(static bug => BankHalves.Of(bug) == BankHalf.Sealed).Select(static bug => bug.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. scores.GroupBy(static score => score.Trial.Assistant, StringComparer.Ordinal)
                .OrderBy(static assistant => assistant.Key, StringComparer.Ordinal)
                .SelectMany(assistant =>
                {
                    var arms = assistant.ToLookup(static score => score.Briefing, StringComparer.Ordinal);
                    return arms.Select(static arm => arm.Key).Where(Briefing.IsPlainSpec).Order(StringComparer.Ordinal)
                        .Select(briefing => LiftOf(assistant.Key, new(arms, briefing, clusters, closed, looks), references));
                }),
        ];
    }

    private static Lift LiftOf(string assistant, SpecArms spec, IReadOnlySet<string> references)
    {
        var pairs = spec.Pairs;
        var look = spec.LastLook();
        var difference = look?.Lift ?? Estimates.OfDifference(pairs);
        var clusters = pairs.Select(static pair => pair.Cluster).Distinct(StringComparer.Ordinal).Count();
        var (verdict, reason) = references.Contains(assistant)
            ? (GradeVerdict.Ungraded, $"{assistant} is a reference assistant: it knows the answers.")
            : !spec.Arms[Briefing.None.Name].Any()
                ? (GradeVerdict.Ungraded, $"{assistant} has no scored trial without a spec to compare with.")
                : Verdicts.Of(difference, clusters, assistant, spec.Briefing, look);
        var figures = spec.Figures(verdict, look);
        // What a reference spends is the machine's doing, such as who ran first; as a ratio it would read like a finding on the spec.
        if (references.Contains(assistant))
            figures = figures with { Savings = [] };
        if (verdict == GradeVerdict.NotShownToHelp && figures.Room.Value is not null && !IsRoom(figures.Room))
            (verdict, reason) = (GradeVerdict.DoNotDiscriminate, $"{figures.LetterReason} {reason}");
        return new Lift(assistant, spec.Briefing, difference, verdict, reason) { Figures = figures };
    }

    private static bool IsRoom(Estimate room) => room is { Value: >= GapClosure.LeastRoom, Low: > 0 };
}
