using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BugSeeder.StubModel;

/// <summary>Anthropic's Messages, as Claude Code speaks it.</summary>
internal sealed class MessagesConversation(HttpContext context, JsonObject request) : Conversation(context, request)
{
    public override IReadOnlySet<string> Tools => Names((Request["tools"] as JsonArray ?? []).Select(tool => tool?["name"]?.GetValue<string>()));

    public override int Done => (Request["messages"] as JsonArray ?? [])
        .SelectMany(message => message?["content"] as JsonArray ?? [])
        .Count(block => block?["type"]?.GetValue<string>() == "tool_result");

    public override async Task AnswerAsync(StubCall? call, string text)
    {
        JsonObject[] blocks = call is null
            ? [new() { ["type"] = "text", ["text"] = text }]
            : [new() { ["type"] = "text", ["text"] = $"Using {call.Tool}." }, new() { ["type"] = "tool_use", ["id"] = call.Id, ["name"] = call.Tool, ["input"] = call.Input.DeepClone() }];
        var stop = call is null ? "end_turn" : "tool_use";
        var message = Message();
        if (Streams)
        {
            await StreamAsync(message, blocks, stop);
            return;
        }

        message["content"] = new JsonArray([.. blocks]);
        message["stop_reason"] = stop;
        await WholeAsync(message);
    }

    public override async Task StallAsync()
    {
        await EventAsync("message_start", new JsonObject { ["type"] = "message_start", ["message"] = Message() });
        await Task.Delay(Timeout.Infinite, Context.RequestAborted);
    }

    protected override JsonObject Error(int status, string type, string message) =>
        new() { ["type"] = "error", ["error"] = new JsonObject { ["type"] = type, ["message"] = message } };

    private async Task StreamAsync(JsonObject message, JsonObject[] blocks, string stop)
    {
        Task SendAsync(JsonObject data) => EventAsync(data["type"]!.GetValue<string>(), data);
        await SendAsync(new() { ["type"] = "message_start", ["message"] = message });
        for (var i = 0; i < blocks.Length; i++)
        {
            var (empty, delta) = Parts(blocks[i]);
            await SendAsync(new() { ["type"] = "content_block_start", ["index"] = i, ["content_block"] = empty });
            await SendAsync(new() { ["type"] = "content_block_delta", ["index"] = i, ["delta"] = delta });
            await SendAsync(new() { ["type"] = "content_block_stop", ["index"] = i });
        }

        await SendAsync(new()
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = stop, ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = Output },
        });
        await SendAsync(new() { ["type"] = "message_stop" });
    }

    private static (JsonObject Empty, JsonObject Delta) Parts(JsonObject block)
    {
        if (block["type"]!.GetValue<string>() == "text")
            return (new() { ["type"] = "text", ["text"] = "" }, new() { ["type"] = "text_delta", ["text"] = block["text"]!.DeepClone() });
        var empty = (JsonObject)block.DeepClone();
        empty["input"] = new JsonObject();
        return (empty, new() { ["type"] = "input_json_delta", ["partial_json"] = block["input"]!.ToJsonString() });
    }

    private JsonObject Message() => new()
    {
        ["id"] = NewId("msg"),
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = Request["model"]?.DeepClone(),
        ["content"] = new JsonArray(),
        ["stop_reason"] = null,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = Input, ["cache_creation_input_tokens"] = Written, ["cache_read_input_tokens"] = Cached, ["output_tokens"] = Output },
    };
}
