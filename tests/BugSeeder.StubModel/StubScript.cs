using System.Text.Json;
using System.Text.Json.Nodes;

namespace BugSeeder.StubModel;

/// <summary>One step of a script: a call of a named tool, or what shall come about by whatever tools the assistant offers.</summary>
/// <param name="Tool">The tool's name; <see langword="null"/> where any fitting tool will do.</param>
/// <param name="Input">The named tool's input.</param>
/// <param name="Edit">An edit to make.</param>
/// <param name="Run">A command to run.</param>
internal sealed record StubStep(string? Tool = null, JsonNode? Input = null, StubEdit? Edit = null, string? Run = null);

/// <summary>An edit: a text that stands once in a file, and what shall stand there.</summary>
/// <param name="File">The file, relative to the workspace.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What shall stand there.</param>
internal sealed record StubEdit(string File, string Old, string New);

/// <summary>What the model does in the scenario <c>fix</c>.</summary>
/// <param name="Calls">Its steps, in order.</param>
/// <param name="Final">What it says when all are done.</param>
/// <param name="When">A part of the requests that this script answers; <see langword="null"/> for any request.</param>
internal sealed record StubScript(IReadOnlyList<StubStep> Calls, string Final, string? When = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<StubScript> Load(string? file)
    {
        if (file is null)
            return [];
        var text = File.ReadAllText(file);
        return text.TrimStart().StartsWith('[')
            ? JsonSerializer.Deserialize<StubScript[]>(text, Json) ?? []
            : [JsonSerializer.Deserialize<StubScript>(text, Json) ?? throw new JsonException($"{file} holds no script.")];
    }
}
