using System.Text.Json;

namespace BugSeeder.Execution.Builds;

/// <summary>What MSBuild says about a project.</summary>
internal sealed class ProjectFacts
{
    private readonly JsonElement properties;
    private readonly JsonElement items;

    private ProjectFacts(JsonElement root)
    {
        properties = root.TryGetProperty("Properties", out var found) ? found : default;
        items = root.TryGetProperty("Items", out var list) ? list : default;
    }

    public static async Task<ProjectFacts?> AskAsync(DotNet dotnet, string folder, string project, string[] properties, string[] items, string? framework, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            // With a single property MSBuild prints its bare value instead of JSON.
            $"-getProperty:{string.Join(',', properties)},MSBuildProjectFile",
            .. items.Length > 0 ? [$"-getItem:{string.Join(',', items)}"] : Array.Empty<string>(),
            .. framework is null ? Array.Empty<string>() : [$"-p:TargetFramework={framework}"],
        ];
        return MSBuildAnswer.Of(await dotnet.BuildAsync(folder, project, arguments, cancellationToken)) is { } answer ? new(answer) : null;
    }

    public string Property(string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    public IReadOnlyList<string> Items(string name) =>
        items.ValueKind == JsonValueKind.Object && items.TryGetProperty(name, out var list)
            ? [.. list.EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)]
            : [];
}
