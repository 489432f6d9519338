using System.Text;
using BugSeeder.Model.Grades;

namespace BugSeeder.Bench.Statistics;

/// <summary>The figures as Markdown, as docs/statistics.md holds them.</summary>
internal static class StatisticsPage
{
    public static string Render(StatisticsFigures figures)
    {
        var text = new StringBuilder();
        text.Append($"{figures.SimulatedRuns:#,0} simulated runs, {figures.RunsPerCell:#,0} a cell.\n\n");
        Row(text, "", "found", "promised");
        Row(text, "---", "---", "---");
        Row(text, "coverage of 95 % intervals of rates and lifts, mean", Percent(figures.Coverage), "94–96 %");
        Row(text, "the worst cell, gap closure included", Percent(figures.WorstCoverage), "at least 92 %");
        Row(text, "false findings where the spec does nothing, either way", Percent(figures.TypeOne), "at most 5 %");
        Row(text, "– of these: \"helps\"", Percent(figures.TypeOneHelps), "at most 2.5 %");
        Row(text, "– with looks after rounds 1, 3, 5", Percent(figures.TypeOneEarly), "at most 5 %");
        text.Append("\n## Coverage\n\n");
        Row(text, "figure", "level", "cells", "mean", "least", "most");
        Row(text, "---", "---", "---", "---", "---", "---");
        foreach (var figure in figures.CoverageByFigure)
            Row(text, figure.Figure, Percent(figure.Level), $"{figure.Cells}", Percent(figure.Mean), Percent(figure.Least), Percent(figure.Most));
        Power(text, figures);
        Early(text, figures);
        Sections(text, figures);
        return text.ToString();
    }

    private static void Power(StringBuilder text, StatisticsFigures figures)
    {
        text.Append("\n## Power\n\n");
        Row(text, "effect", "trials", "bugs needed", "table", "power with so many");
        Row(text, "---", "---", "---", "---", "---");
        foreach (var need in figures.Power)
            Row(text, $"{need.Points} points", $"{need.Trials}", $"{need.Fewest}–{need.Most}", $"{need.TableFewest}–{need.TableMost}", Percent(need.Power));
    }

    private static void Early(StringBuilder text, StatisticsFigures figures)
    {
        text.Append("\n## Early stopping\n\n");
        Row(text, "true lift", "bugs", "finds an effect", "stopped as futile", "rounds of 5");
        Row(text, "---", "---", "---", "---", "---");
        foreach (var group in figures.Early.GroupBy(cell => (cell.Points, Bugs: cell.Cell[(cell.Cell.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(',')[0])).OrderBy(group => group.Key.Points))
            Row(text, $"{group.Key.Points} points", group.Key.Bugs, Percent(group.Average(cell => cell.Finds)), Percent(group.Average(cell => cell.Futile)), $"{group.Average(cell => cell.Rounds):0.0}");
    }

    private static void Sections(StringBuilder text, StatisticsFigures figures)
    {
        text.Append("\n## Sections\n\n");
        var labels = Enum.GetValues<SectionEffect>();
        Row(text, ["sections", "bugs", "trials a bug", "planted", "found", .. labels.Select(label => $"labelled {label}")]);
        Row(text, Enumerable.Repeat("---", labels.Length + 5));
        foreach (var hits in figures.Sections)
            Row(text, [$"{hits.Of}", $"{hits.Bugs}", $"{hits.Trials}", $"{hits.Planted}", Percent(hits.Hit), .. labels.Select(label => Percent(hits.Labelled[label]))]);
    }

    private static string Percent(double share) => $"{share * 100:0.0} %";

    private static void Row(StringBuilder text, params IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
