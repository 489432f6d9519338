using System.Text.Json;

namespace BugSeeder.Execution.Builds;

/// <summary>What MSBuild says about a project.</summary>
/// <param name="properties">Its properties, as far as they were asked for.</param>
internal sealed class ProjectFacts(IReadOnlyDictionary<string, string> properties)
{
    private readonly Dictionary<string, string[]> items = new(StringComparer.OrdinalIgnoreCase);

    private ProjectFacts(JsonElement root)
        : this(Members(root, "Properties").ToDictionary(entry => entry.Name, entry => entry.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase))
    {
        foreach (var list in Members(root, "Items"))
            items[list.Name] = [.. list.Value.EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }

    /// <summary>Why MSBuild says nothing; <see langword="null"/> when it does.</summary>
    public string? Problem { get; private init; }

    /// <summary>What its build gave to the compiler; empty where that was not noted.</summary>
    public IReadOnlyList<string> CompilerArguments { get; init; } = [];

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
        return MSBuildAnswer.Of(result) is { } answer ? new(answer) : new(new Dictionary<string, string>()) { Problem = MSBuildAnswer.ProblemOf(result, folder) };
    }

    public string Property(string name) => properties.GetValueOrDefault(name, "");

    public IReadOnlyList<string> Items(string name) => items.GetValueOrDefault(name, []);

    private static JsonElement.ObjectEnumerator Members(JsonElement root, string name) => root.TryGetProperty(name, out var found) ? found.EnumerateObject() : default;
}
