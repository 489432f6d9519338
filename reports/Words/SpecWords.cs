using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Specs;

namespace BugSeeder.Reports.Words;

/// <summary>What a run shows of a spec in plain words, the same in every form of report.</summary>
internal static class SpecWords
{
    /// <summary>The sections that bugs are looked for in: those with clauses about behaviour.</summary>
    public static IEnumerable<Section> Asked(SpecReading reading) => reading.Study.Spec.AllSections.Where(static section => section.Role == SectionRole.Behaviour && section.AllClauses.Any());

    /// <summary>How the bugs of a section fared, such as <c>missed: 1 of 4 fixed cleanly [5–70 %]</c>.</summary>
    public static string Fared(SectionReading fared) => fared.Share.N == 0
        ? Titles.Of(fared.Label)
        : $"{Titles.Of(fared.Label)}: {fared.Share.Yes} of {fared.Share.N} fixed cleanly{Range(fared.Share)}";

    /// <summary>What a section was shown to do, such as <c>helps: +40 points [+12 to +61], 3 bugs</c>.</summary>
    public static string Effect(SectionFinding finding, Spec spec)
    {
        var points = finding is { Points: { } value, Low: { } low, High: { } high } ? $": {Points(value)} points [{Points(low)} to {Points(high)}]" : "";
        var same = finding.SameAs is { } other ? $", the same as “{Title(spec, other)}”" : "";
        return $"{Titles.Of(finding.Effect)}{points}, {Count(finding.Bugs, "bug")} linked{same}";
    }

    /// <summary>The sections of which something was shown, what an edit can act on first; one line each.</summary>
    public static IEnumerable<string> Effects(SpecReading reading) =>
        from ablation in reading.Ablations
        from finding in ablation.Sections
        where finding.Effect != SectionEffect.Unknown
        orderby finding.Effect == SectionEffect.Harmful descending, finding.Effect, finding.Points descending
        select $"“{Title(reading.Study.Spec, finding.Section)}” {Effect(finding, reading.Study.Spec)}{(reading.Ablations.Count > 1 ? $" ({PlainText.OneLine(ablation.Assistant, 40)})" : "")}";

    /// <summary>Whether deleting the clauses behind a bug lowers its outcome, as it must.</summary>
    public static string Instrument(AblationReading ablation, IReadOnlySet<string> closed)
    {
        if (ablation.WithoutClause.Value is null)
            return "No bug with a strong link was tried without its clauses.";
        var open = ablation.NotMeasured.Where(bug => !closed.Contains(bug)).ToList();
        var still = ablation.NotMeasured.Count == 0 ? "" : $" {Count(ablation.NotMeasured.Count, "bug")} fixed with the whole spec {(ablation.NotMeasured.Count == 1 ? "is" : "are")} fixed without the clauses too, so the grade does not measure these clauses{(open.Count > 0 ? $" ({string.Join(", ", open.Select(static bug => PlainText.OneLine(bug, 40)))})" : "")}.";
        return $"Without the clauses behind a bug, clean fixes change by {Figures.Lift(ablation.WithoutClause)}.{still}";
    }

    /// <summary>How many of the run's bugs break something stated, implied and unspecified.</summary>
    public static string Standings(SpecReading reading, RunRecord run)
    {
        var bugs = run.Bugs.Select(reading.Study.Trace.Of).ToList();
        int Of(BugStanding standing) => bugs.Count(bug => bug.Standing == standing);
        return $"{Of(BugStanding.Stated)} of {Count(bugs.Count, "bug")} {(Of(BugStanding.Stated) == 1 ? "breaks" : "break")} something that a clause states, {Of(BugStanding.Implied)} something that clauses imply, {Of(BugStanding.Unspecified)} something that no clause is linked to.";
    }

    /// <summary>How much of the lift rests on bugs whose hidden tests the spec quotes; empty where none does.</summary>
    public static string Quoted(SpecReading reading)
    {
        var quoted = reading.Quoted;
        if (quoted.Bugs.Count == 0)
            return "";
        var without = string.Join("; ", quoted.Without.Select(static lift => $"{PlainText.OneLine(lift.Assistant, 40)} {Figures.Lift(lift.CleanFix)}"));
        return $"The spec quotes the values of the hidden test of {quoted.Share.Yes} of {Count(quoted.Share.N, "bug")}{Range(quoted.Share)}. Lift over the others: {(without.Length > 0 ? without : Figures.NotObservable)}.";
    }

    /// <summary>That bugs of the sealed half are not shown, and how many; empty where all are.</summary>
    public static string Sealed(RunReport report) => report.Run.Bugs.Count(report.Sealed.Contains) is var count and > 0
        ? $"{Count(count, "bug")} of {report.Run.Bugs.Count} {(count == 1 ? "is" : "are")} of the bank’s sealed half: in every figure, and not shown one by one, so that a spec cannot be written to {(count == 1 ? "it" : "them")}. `bugseeder report --unseal` shows {(count == 1 ? "it" : "them")}."
        : "";

    /// <summary>A section's title, or its id where it has none.</summary>
    public static string Title(Spec spec, string section) => PlainText.OneLine(spec.AllSections.FirstOrDefault(other => other.Id == section) is { Title.Length: > 0 } found ? found.Title : section, 80);

    /// <summary>One or several.</summary>
    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Range(Share share) => share is { Low: { } low, High: { } high } ? $" [{low * 100:0}–{high * 100:0} %]" : "";

    private static string Points(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero) switch
    {
        > 0 and var points => $"+{points:0}",
        < 0 and var points => $"−{-points:0}",
        _ => "0",
    };
}
