using System.Text;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Reports.Reading;
using BugSeeder.Reports.Words;

namespace BugSeeder.Reports;

/// <summary>A run's answer in a few plain lines for a terminal.</summary>
public static class TextSummary
{
    private const int Columns = 100;
    private const int Gap = 2;
    private const int MostAdvice = 3;
    private static readonly MeasureId[] Shown = [MeasureId.CleanFix, MeasureId.Detected, MeasureId.FalseAlarms, MeasureId.Fixed];

    /// <summary>The answer, what must be known before believing it, a table of the arms, and of each spec what to write next; no line is wider than 100 columns.</summary>
    public static string Render(RunReport report)
    {
        var answer = Answer.Of(report);
        var text = new StringBuilder();
        Wrap(text, $"{answer.Headline} {answer.Reason}", "");
        foreach (var figures in answer.Figures)
            Wrap(text, figures, "  ");
        foreach (var lift in report.Grade.Lifts.Where(lift => lift.Figures.Room.Value is not null))
            Wrap(text, $"Letter for {PlainText.OneLine(lift.Briefing)} by {PlainText.OneLine(lift.Assistant)}: {GradeWords.Letter(lift)}", "  ");
        foreach (var notice in Notice.Of(report))
            Wrap(text, $"! {notice.Title}. {notice.Text}", "  ");
        if (report.Arms.Count > 0)
            Table(text.Append('\n'), report.Arms);
        // References show the instrument, not the spec.
        foreach (var reading in ReferenceAssistants.Only(report.Run) ? [] : report.Specs)
            Spec(text, reading, report);
        return text.ToString();
    }

    private static void Spec(StringBuilder text, SpecReading reading, RunReport report)
    {
        Wrap(text.Append('\n'), $"{PlainText.OneLine(reading.Study.Briefing, 60)}: {SpecWords.Standings(reading, report.Run)} {SpecWords.Quoted(reading)}", "");
        foreach (var effect in SpecWords.Effects(reading))
            Wrap(text, $"section {effect}", "  ");
        foreach (var ablation in reading.Ablations)
            Wrap(text, SpecWords.Instrument(ablation, report.Sealed), "  ");
        if (reading.Advice.Count > 0)
            Wrap(text, $"What to write next, {Math.Min(MostAdvice, reading.Advice.Count)} of {reading.Advice.Count}:", "  ");
        foreach (var (number, advice) in reading.Advice.Take(MostAdvice).Index())
            Wrap(text, $"{number + 1}. {PlainText.OneLine(advice.Member, 120)}: {PlainText.OneLine(advice.Sentence, 300)}", "    ");
    }

    private static void Table(StringBuilder text, IReadOnlyList<Arm> arms)
    {
        var titles = Shown.Select(id => MeasureCatalogue.Of(id).Title).ToList();
        var rows = arms.Select(arm => Shown.Select(id => Figures.Of(id, arm.Measures.GetValueOrDefault(id, Estimate.Nothing))).ToList()).ToList();
        var widths = titles.Select((title, column) => rows.Max(row => Math.Max(title.Length, row[column].Length)) + Gap).ToList();
        var names = arms.Select(arm => new ArmKey(arm.Assistant, arm.Briefing).Title).ToList();
        var longest = names.Max(name => name.Length);

        // Where names and figures do not fit side by side, each arm's name stands on a line of its own.
        var beside = longest + widths.Sum() <= Columns;
        var indent = beside ? longest : Gap;
        Row(text, "", indent, titles, widths);
        foreach (var (name, row) in names.Zip(rows))
        {
            if (!beside)
                Wrap(text, name, "");
            Row(text, beside ? name : "", indent, row, widths);
        }
    }

    private static void Row(StringBuilder text, string name, int indent, IReadOnlyList<string> cells, IReadOnlyList<int> widths)
    {
        var line = new StringBuilder(name.PadRight(indent));
        foreach (var (cell, width) in cells.Zip(widths))
            line.Append(' ', Gap).Append(cell.PadRight(width - Gap));
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    private static void Wrap(StringBuilder text, string sentence, string indent)
    {
        var line = new StringBuilder(indent);
        foreach (var word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > Columns)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(indent);
            }

            var room = Columns - indent.Length;
            line.Append(line.Length > indent.Length ? " " : "").Append(word.Length > room ? word[..(room - 1)] + "…" : word);
        }

        text.Append(line).Append('\n');
    }
}
