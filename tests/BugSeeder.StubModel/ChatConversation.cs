using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BugSeeder.StubModel;

/// <summary>OpenAI's Chat Completions, as opencode, Copilot and most others speak it.</summary>
internal sealed class ChatConversation(HttpContext context, JsonObject request) : Conversation(context, request)
{
    private readonly string id = NewId("chatcmpl");

    public override IReadOnlySet<string> Tools => Names((Request["tools"] as JsonArray ?? []).Select(tool => tool?["function"]?["name"]?.GetValue<string>()));

    public override int Done => (Request["messages"] as JsonArray ?? []).Count(message => message?["role"]?.GetValue<string>() == "tool");

    public override async Task AnswerAsync(StubCall? call, string text)
    {
        var stop = call is null ? "stop" : "tool_calls";
        var message = new JsonObject { ["role"] = "assistant", ["content"] = call is null ? text : null };
        if (call is not null)
        {
            message["tool_calls"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["id"] = call.Id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Tool, ["arguments"] = call.Input.ToJsonString() },
            });
        }

        if (!Streams)
        {
            await WholeAsync(Chunk("chat.completion", new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = stop }, used: true));
            return;
        }

        await ChunkAsync(new JsonObject { ["index"] = 0, ["delta"] = message, ["finish_reason"] = null }, used: false);
        await ChunkAsync(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject(), ["finish_reason"] = stop }, used: false);
        await ChunkAsync(null, used: true);
        await Context.Response.WriteAsync("data: [DONE]\n\n", Context.RequestAborted);
    }

    public override async Task StallAsync()
    {
        await ChunkAsync(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = "" }, ["finish_reason"] = null }, used: false);
        await Task.Delay(Timeout.Infinite, Context.RequestAborted);
    }

    protected override JsonObject Error(int status, string type, string message) =>
        new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["code"] = status == 401 ? "invalid_api_key" : type } };

    private Task ChunkAsync(JsonObject? choice, bool used) => EventAsync(null, Chunk("chat.completion.chunk", choice, used));

    private JsonObject Chunk(string kind, JsonObject? choice, bool used)
    {
        var chunk = new JsonObject
        {
            ["id"] = id,
            ["object"] = kind,
            ["created"] = 1,
            ["model"] = Request["model"]?.DeepClone(),
            ["choices"] = choice is null ? new JsonArray() : new JsonArray(choice),
        };
        if (used)
        {
            chunk["usage"] = new JsonObject
            {
                ["prompt_tokens"] = Input,
                ["completion_tokens"] = Output,
                ["total_tokens"] = Input + Output,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = Cached },
                ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = Reasoning },
            };
        }

        return chunk;
    }
}
