using System.Globalization;
using System.Text.Json;

namespace BugSeeder.TestHost.Frameworks;

/// <summary>
/// What an execution library of xunit's is told about tests side by side. Attributes it reads itself; xunit.runner.json is for runners to read, and so for us,
/// see https://xunit.net/docs/config-xunit-runner-json.
/// </summary>
internal static class XunitParallelism
{
    private const string Off = "xunit.execution.DisableParallelization";
    private const string Threads = "xunit.execution.MaxParallelThreads";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The options, by xunit's names.</summary>
    /// <param name="testAssembly">The full path of the test assembly.</param>
    /// <param name="sideBySide">Whether tests run as in a real run; otherwise one at a time.</param>
    public static IReadOnlyDictionary<string, object> Of(string testAssembly, bool sideBySide)
    {
        var options = new Dictionary<string, object>(StringComparer.Ordinal);
        if (!sideBySide)
            options[Off] = true;
        else if (Configuration(testAssembly) is { ValueKind: JsonValueKind.Object } file)
            Add(options, file);
        return options;
    }

    private static void Add(Dictionary<string, object> options, JsonElement file)
    {
        if (file.TryGetProperty("parallelizeTestCollections", out var collections) && collections.ValueKind is JsonValueKind.True or JsonValueKind.False)
            options[Off] = !collections.GetBoolean();
        if (file.TryGetProperty("maxParallelThreads", out var threads) && Number(threads) is { } number)
            options[Threads] = number;
    }

    /// <summary>A number, <c>unlimited</c>, or so many times the cores; anything else is the default.</summary>
    private static int? Number(JsonElement threads) => threads.ValueKind switch
    {
        JsonValueKind.Number when threads.TryGetInt32(out var number) && number is > 0 or -1 => number,
        JsonValueKind.String when threads.GetString() == "unlimited" => -1,
        JsonValueKind.String when threads.GetString() is [.. var times, 'x' or 'X'] && double.TryParse(times, CultureInfo.InvariantCulture, out var factor) && factor > 0 => Math.Max(1, (int)(factor * Environment.ProcessorCount)),
        _ => null,
    };

    /// <summary>The file for this assembly, or the one for all; a runner passes over one that cannot be read, with a warning.</summary>
    private static JsonElement? Configuration(string testAssembly)
    {
        var folder = Path.GetDirectoryName(testAssembly)!;
        var file = new[] { $"{Path.GetFileNameWithoutExtension(testAssembly)}.xunit.runner.json", "xunit.runner.json" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (file is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
