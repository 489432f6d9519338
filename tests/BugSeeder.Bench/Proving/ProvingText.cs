using System.Globalization;
using System.Text;
using BugSeeder.Bench.Measuring;

namespace BugSeeder.Bench.Proving;

/// <summary>The report of <c>proving</c> for people.</summary>
internal static class ProvingText
{
    public static string Render(ProvingReport report)
    {
        var text = new StringBuilder();
        var same = report.Comparison;
        Line(text, $"{report.Target}: {same.Compared} mutants of Stryker's in {report.Files.Count} files, {same.Tested} of them tested by it; Stryker.NET through {report.Mode}");
        foreach (var note in report.Notes)
            Line(text, $"  {note}");
        foreach (var (round, index) in report.Rounds.Select((round, index) => (round, index)))
            Line(text, $"round {index + 1}: Stryker {Shown(round.Stryker)}{(round.StrykerIsStored ? " [from an earlier run]" : "")}; BugSeeder {Shown(round.Ours)}");
        Line(text, $"wall ratio {report.WallRatio}");
        Line(text, $"CPU ratio {report.CpuRatio?.ToString() ?? "cannot be told on this system"}");
        Line(text, $"verdicts alike: {same.Agreed} of {same.Compared}; of {same.Disagreements.Count} disagreements BugSeeder is wrong in {same.OursWrong}, Stryker in {same.StrykerWrong}, and in {same.Wavering} two real runs differ");
        Line(text, $"agreement after adjudication: {same.AgreementAfterAdjudication:P1}");
        if (report.Unsteady.Count > 0)
            Line(text, $"{report.Unsteady.Count} verdicts of BugSeeder differ between rounds: {string.Join("; ", report.Unsteady)}");
        foreach (var entry in same.Disagreements)
            Line(text, $"  {entry.File}:{entry.Line} {entry.Mutator}: {Short(entry.Original)} → {Short(entry.Replacement)}\n    Stryker {entry.Stryker}, BugSeeder {entry.Ours} ({entry.OurReason}), truth {entry.Truth} ({entry.TruthReason}){(entry.Wavers ? ", and a second real run differs" : "")}");
        text.Append("BugSeeder, round 1, by phase:\n").Append(PhaseText.Render(report.Phases));
        if (report.LeftOut.Count > 0)
            Line(text, $"left out, since they are no edit of the text that parses as meant: {report.LeftOut.Count}, such as {report.LeftOut[0]}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Shown(Usage usage) => string.Create(CultureInfo.InvariantCulture, $"{usage.WallSeconds:0.0} s{(usage.CpuSeconds is { } cpu ? $" ({cpu:0.0} s CPU)" : "")}");

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..57] + "…";
    }
}
