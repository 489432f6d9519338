using System.Text;
using BugSeeder.Model.Specs;
using BugSeeder.Pipeline;

namespace BugSeeder.Cli.Commands;

/// <summary>Traces as a few lines for a terminal.</summary>
internal static class TraceText
{
    /// <summary>So many names are listed; the rest is in the file.</summary>
    private const int Shown = 10;

    public static string Of(TracedSpec traced)
    {
        var (spec, trace) = (traced.Spec, traced.Trace);
        var text = new StringBuilder();
        var clauses = spec.AllClauses.Where(clause => clause.Kind != ClauseKind.Example).ToList();
        text.AppendLine($"{traced.Path}: {clauses.Count} clauses and {spec.AllClauses.Count() - clauses.Count} examples in {spec.AllSections.Count()} sections");
        text.AppendLine($"  linked to code {Linked(clauses, trace.Members)}, to a test {Linked(clauses, trace.Tests)}, of {clauses.Count}");
        if (trace.Bugs.Count > 0)
            text.AppendLine($"  bugs: {trace.Bugs.Count(bug => bug.Standing == BugStanding.Stated)} stated, {trace.Bugs.Count(bug => bug.Standing == BugStanding.Implied)} implied, {trace.Bugs.Count(bug => bug.Standing == BugStanding.Unspecified)} unspecified");
        foreach (var bug in trace.Bugs)
        {
            text.AppendLine($"  {bug.Bug}  {bug.Standing.ToString().ToLowerInvariant()}");
            foreach (var link in bug.Links.Take(3))
                text.AppendLine($"    {link.Weight:0.00}  {link.Clause}  {string.Join("; ", link.Evidence.OrderByDescending(evidence => evidence.Weight).Take(2).Select(evidence => evidence.Reason))}");
        }

        if (trace.NeverMentioned.Count > 0)
            text.AppendLine($"  never mentioned: {string.Join(", ", trace.NeverMentioned.Take(Shown))}{(trace.NeverMentioned.Count > Shown ? $", and {trace.NeverMentioned.Count - Shown} more" : "")}");
        return text.ToString();
    }

    public static string Of(string path, IReadOnlyList<TraceAccuracy> accuracies)
    {
        var text = new StringBuilder($"{path}, identifiers hidden:\n");
        foreach (var accuracy in accuracies.Where(accuracy => accuracy.Subjects > 0))
        {
            text.AppendLine($"  {accuracy.Kind}: a right clause comes first for {Percent(accuracy.HitAt1)}, is among the first three for {Percent(accuracy.HitAt3)}");
            text.AppendLine($"    right of all links {Percent(accuracy.Precision)}, of strong ones {Percent(accuracy.StrongPrecision)}; found of what is right {Percent(accuracy.Recall)}");
            text.AppendLine($"    by words in common alone: first for {Percent(accuracy.Baseline.WordsAt1)}, among the first three for {Percent(accuracy.Baseline.WordsAt3)}; three by lot: {100 * accuracy.Baseline.ChanceAt3:0.0} %");
            text.AppendLine($"    right by tier: {string.Join(", ", accuracy.Tiers.Select(tier => $"{(int)tier.Tier} {Percent(tier.Precision)}"))}");
        }

        return text.ToString();
    }

    private static int Linked(List<Clause> clauses, IReadOnlyList<Link> links)
    {
        var linked = links.Where(link => link.Strength != LinkStrength.None).Select(link => link.Clause).ToHashSet(StringComparer.Ordinal);
        return clauses.Count(clause => linked.Contains(clause.Id));
    }

    private static string Percent(Share share) => share.Value is { } value ? $"{100 * value:0} % [{100 * share.Low:0}–{100 * share.High:0}], n {share.N}" : "nothing";
}
