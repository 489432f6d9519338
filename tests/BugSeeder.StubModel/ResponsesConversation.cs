using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BugSeeder.StubModel;

/// <summary>OpenAI's Responses, as Codex speaks it.</summary>
internal sealed class ResponsesConversation(HttpContext context, JsonObject request) : Conversation(context, request)
{
    private readonly string id = NewId("resp");
    private int sequence;

    public override IReadOnlySet<string> Tools => Names((Request["tools"] as JsonArray ?? []).Select(tool => (tool?["name"] ?? tool?["type"])?.GetValue<string>()));

    public override int Done => (Request["input"] as JsonArray ?? []).Count(item => item?["type"]?.GetValue<string>().EndsWith("_output", StringComparison.Ordinal) == true);

    public override async Task AnswerAsync(StubCall? call, string text)
    {
        var item = call is null
            ? new JsonObject
            {
                ["type"] = "message",
                ["id"] = NewId("msg"),
                ["role"] = "assistant",
                ["status"] = "completed",
                ["content"] = new JsonArray(new JsonObject { ["type"] = "output_text", ["text"] = text, ["annotations"] = new JsonArray() }),
            }
            : new JsonObject { ["type"] = "function_call", ["id"] = NewId("fc"), ["call_id"] = call.Id, ["name"] = call.Tool, ["arguments"] = call.Input.ToJsonString(), ["status"] = "completed" };
        if (!Streams)
        {
            await WholeAsync(Response("completed", item));
            return;
        }

        await SendAsync("response.created", new() { ["response"] = Response("in_progress", null) });
        await SendAsync("response.output_item.added", new() { ["output_index"] = 0, ["item"] = item.DeepClone() });
        await SendAsync("response.output_item.done", new() { ["output_index"] = 0, ["item"] = item.DeepClone() });
        await SendAsync("response.completed", new() { ["response"] = Response("completed", item) });
    }

    public override async Task StallAsync()
    {
        await SendAsync("response.created", new() { ["response"] = Response("in_progress", null) });
        await Task.Delay(Timeout.Infinite, Context.RequestAborted);
    }

    protected override JsonObject Error(int status, string type, string message) =>
        new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["code"] = status == 401 ? "invalid_api_key" : type } };

    private Task SendAsync(string type, JsonObject data)
    {
        data["type"] = type;
        data["sequence_number"] = sequence++;
        return EventAsync(type, data);
    }

    private JsonObject Response(string status, JsonObject? item) => new()
    {
        ["id"] = id,
        ["object"] = "response",
        ["created_at"] = 1,
        ["status"] = status,
        ["model"] = Request["model"]?.DeepClone(),
        ["output"] = item is null ? new JsonArray() : new JsonArray(item.DeepClone()),
        ["usage"] = item is null ? null : new JsonObject
        {
            ["input_tokens"] = Input,
            ["input_tokens_details"] = new JsonObject { ["cached_tokens"] = Cached },
            ["output_tokens"] = Output,
            ["output_tokens_details"] = new JsonObject { ["reasoning_tokens"] = Reasoning },
            ["total_tokens"] = Input + Output,
        },
        ["error"] = null,
        ["incomplete_details"] = null,
        ["parallel_tool_calls"] = false,
        ["tools"] = new JsonArray(),
    };
}
