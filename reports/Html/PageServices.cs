using BugSeeder.Reports.Reading;

namespace BugSeeder.Reports.Html;

/// <summary>What components may ask for: the report's index. A container would be too much for one object.</summary>
/// <param name="index">The report to show.</param>
internal sealed class PageServices(ReportIndex index) : IServiceProvider
{
    /// <inheritdoc/>
    public object? GetService(Type serviceType) => serviceType == typeof(ReportIndex) ? index : null;
}
