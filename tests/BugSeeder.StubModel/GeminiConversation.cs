using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BugSeeder.StubModel;

/// <summary>Gemini's generateContent.</summary>
internal sealed class GeminiConversation(HttpContext context, JsonObject request) : Conversation(context, request)
{
    public override IReadOnlySet<string> Tools => Names((Request["tools"] as JsonArray ?? [])
        .SelectMany(tool => tool?["functionDeclarations"] as JsonArray ?? []).Select(tool => tool?["name"]?.GetValue<string>()));

    public override int Done => (Request["contents"] as JsonArray ?? []).SelectMany(content => content?["parts"] as JsonArray ?? []).Count(part => part?["functionResponse"] is not null);

    protected override bool Streams => Context.Request.Path.Value?.Contains("streamGenerateContent", StringComparison.Ordinal) == true;

    public override Task AnswerAsync(StubCall? call, string text)
    {
        var part = call is null
            ? new JsonObject { ["text"] = text }
            : new JsonObject { ["functionCall"] = new JsonObject { ["name"] = call.Tool, ["args"] = call.Input.DeepClone(), ["id"] = call.Id }, ["thoughtSignature"] = "c3R1Yg==" };
        var answer = new JsonObject
        {
            ["candidates"] = new JsonArray(new JsonObject { ["index"] = 0, ["content"] = new JsonObject { ["role"] = "model", ["parts"] = new JsonArray(part) }, ["finishReason"] = "STOP" }),
            ["usageMetadata"] = new JsonObject
            {
                ["promptTokenCount"] = Input,
                ["candidatesTokenCount"] = Output,
                ["cachedContentTokenCount"] = Cached,
                ["thoughtsTokenCount"] = Reasoning,
                ["totalTokenCount"] = Input + Output + Reasoning,
            },
            ["modelVersion"] = "stub",
            ["responseId"] = NewId("gem"),
        };
        return Streams ? EventAsync(null, answer) : WholeAsync(answer);
    }

    protected override JsonObject Error(int status, string type, string message) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = status,
            ["message"] = message,
            ["status"] = status switch { 400 => "INVALID_ARGUMENT", 401 => "UNAUTHENTICATED", 403 => "PERMISSION_DENIED", 404 => "NOT_FOUND", 429 => "RESOURCE_EXHAUSTED", 500 => "INTERNAL", _ => "UNAVAILABLE" },
        },
    };
}
