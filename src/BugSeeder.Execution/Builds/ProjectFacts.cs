using System.Text.Json;

namespace BugSeeder.Execution.Builds;

/// <summary>What MSBuild says about a project.</summary>
internal sealed class ProjectFacts
{
    private readonly JsonElement properties;
    private readonly JsonElement items;

    private ProjectFacts(JsonElement root, string? problem)
    {
        Problem = problem;
        if (problem is not null)
            return;
        properties = root.TryGetProperty("Properties", out var found) ? found : default;
        items = root.TryGetProperty("Items", out var list) ? list : default;
    }

    /// <summary>Why MSBuild says nothing; <see langword="null"/> when it does.</summary>
    public string? Problem { get; }

    public static async Task<ProjectFacts> AskAsync(DotNet dotnet, string folder, string project, string[] properties, string[] items, string? framework, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            // With a single property MSBuild prints its bare value instead of JSON.
            $"-getProperty:{string.Join(',', properties)},MSBuildProjectFile",
            .. items.Length > 0 ? [$"-getItem:{string.Join(',', items)}"] : Array.Empty<string>(),
            .. framework is null ? Array.Empty<string>() : [$"-p:TargetFramework={framework}"],
        ];
        var result = await dotnet.BuildAsync(folder, project, arguments, cancellationToken);
        return MSBuildAnswer.Of(result) is { } answer ? new(answer, null) : new(default, MSBuildAnswer.ProblemOf(result, folder));
    }

    public string Property(string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    public IReadOnlyList<string> Items(string name) =>
        items.ValueKind == JsonValueKind.Object && items.TryGetProperty(name, out var list)
            ? [.. list.EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)]
            : [];
}
