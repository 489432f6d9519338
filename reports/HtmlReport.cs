using BugSeeder.Model.Runs;
using BugSeeder.Reports.Html;
using BugSeeder.Reports.Reading;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace BugSeeder.Reports;

/// <summary>A run's report as one HTML file that needs nothing beside it, neither network nor script.</summary>
public static class HtmlReport
{
    /// <summary>The whole page. All that comes from the target or from assistants is shown as text, never as markup.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<string> RenderAsync(RunReport report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var renderer = new HtmlRenderer(new PageServices(new ReportIndex(report)), NullLoggerFactory.Instance);

        // The page is built synchronously from what is in memory, so between these two checks there is nothing to wait for.
        var page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Page>()).ToHtmlString());
        cancellationToken.ThrowIfCancellationRequested();
        return page;
    }
}
