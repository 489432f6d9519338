using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;

namespace BugSeeder.Reports.Words;

/// <summary>What a reader came for, in plain words, the same in every form of report.</summary>
/// <param name="Headline">The verdict in a short sentence, or in one for each of several specs.</param>
/// <param name="Reason">Why, in a sentence or two for each spec.</param>
/// <param name="Figures">One sentence per assistant: clean-fix rate per arm, and lift.</param>
internal sealed record Answer(string Headline, string Reason, IReadOnlyList<string> Figures)
{
    /// <summary>The answer that this run gives.</summary>
    public static Answer Of(RunReport report)
    {
        var figures = report.Arms.GroupBy(arm => arm.Assistant).Select(arms => Sentence(arms.Key, [.. arms], report.Grade)).ToList();
        if (!ReferenceAssistants.Only(report.Run))
            return new(Headlines(report.Grade), PlainText.OneLine(report.Grade.Reason, 600 * Math.Max(1, report.Grade.Specs.Count)), figures);

        var names = string.Join(", ", report.Run.Assistants.Select(assistant => PlainText.OneLine(assistant.Name)));
        var reason = $"Only references ran ({names}): they show how well a fix is told from no fix on this target, and nothing about the spec.";
        return new("This run shows the instrument, not the spec.", reason, figures);
    }

    private static string Headlines(Grade grade) =>
        grade.Specs.Count > 1 ? string.Join(" ", grade.Specs.Select(spec => Told(spec.Verdict, PlainText.OneLine(spec.Briefing, 60)))) : Told(grade.Verdict, null);

    private static string Told(GradeVerdict verdict, string? spec) => verdict switch
    {
        GradeVerdict.Ungraded => $"No verdict on {spec ?? "the spec"}.",
        GradeVerdict.NotShownToHelp => $"{spec ?? "The spec"} was not shown to help.",
        GradeVerdict.Helps => $"{spec ?? "The spec"} helps.",
        GradeVerdict.Harms => $"{spec ?? "The spec"} harms.",
        GradeVerdict.DoNotDiscriminate => $"These bugs do not discriminate{(spec is null ? "" : $" for {spec}")}.",
        GradeVerdict.Inconclusive => $"Inconclusive{(spec is null ? "" : $" for {spec}")}.",
        _ => throw new InvalidOperationException($"No such verdict: {verdict}."),
    };

    private static string Sentence(string assistant, IReadOnlyList<Arm> arms, Grade grade)
    {
        var rates = arms.Select(arm => $"{Condition(arm.Briefing)} {CleanFix(arm)}");
        var lifts = grade.Lifts.Where(lift => lift.Assistant == assistant).ToList();
        var lift = lifts.Count switch
        {
            0 => "",
            1 => $" Lift: {Words.Figures.Lift(lifts[0].CleanFix)}.",
            _ => $" Lift: {string.Join("; ", lifts.Select(each => $"{PlainText.OneLine(each.Briefing)} {Words.Figures.Lift(each.CleanFix)}"))}.",
        };
        return $"Bugs that {PlainText.OneLine(assistant)} fixed cleanly: {string.Join("; ", rates)}.{lift}";
    }

    private static string CleanFix(Arm arm) => Words.Figures.Of(MeasureId.CleanFix, arm.Measures.GetValueOrDefault(MeasureId.CleanFix, Estimate.Nothing));

    private static string Condition(string briefing) => briefing switch
    {
        "none" => "without a spec",
        "spec" => "with the spec",
        _ => $"with {PlainText.OneLine(briefing)}",
    };
}
