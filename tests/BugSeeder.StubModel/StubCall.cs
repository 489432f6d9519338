using System.Text.Json.Nodes;

namespace BugSeeder.StubModel;

/// <summary>One tool call.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Input">Its input.</param>
internal sealed record StubCall(string Tool, JsonNode Input)
{
    /// <summary>An id that no other call has.</summary>
    public string Id { get; } = $"call_{Guid.NewGuid():N}";
}
