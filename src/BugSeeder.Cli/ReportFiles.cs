using BugSeeder.Model.Runs;
using BugSeeder.Reports;

namespace BugSeeder.Cli;

/// <summary>The report files of a run.</summary>
internal static class ReportFiles
{
    /// <summary>Writes them and returns the path of the HTML page.</summary>
    public static async Task<string> WriteAsync(RunReport report, string folder, CancellationToken cancellationToken)
    {
        var page = Path.GetFullPath(Path.Combine(folder, "report.html"));
        await File.WriteAllTextAsync(page, await HtmlReport.RenderAsync(report, cancellationToken), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "report.md"), MarkdownReport.Render(report), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), JsonReport.Render(report), cancellationToken);
        return page;
    }
}
