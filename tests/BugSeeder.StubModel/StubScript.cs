using System.Text.Json;
using System.Text.Json.Nodes;

namespace BugSeeder.StubModel;

/// <summary>One tool call.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Input">Its input.</param>
internal sealed record StubCall(string Tool, JsonNode Input);

/// <summary>What the model does in the scenario <c>fix</c>.</summary>
/// <param name="Calls">Its tool calls, one a turn.</param>
/// <param name="Final">What it says when all are done.</param>
/// <param name="When">A part of the requests that this script answers; <see langword="null"/> for any request.</param>
internal sealed record StubScript(IReadOnlyList<StubCall> Calls, string Final, string? When = null)
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
