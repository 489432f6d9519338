using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BugSeeder.StubModel;

/// <summary>Sends a message as the protocol's server-sent events.</summary>
internal sealed class MessagesStream(HttpContext context)
{
    /// <summary>What every message claims to have cost.</summary>
    public const int OutputTokens = 50;

    public async Task StartAsync(JsonObject message)
    {
        context.Response.ContentType = "text/event-stream";
        await EventAsync(new() { ["type"] = "message_start", ["message"] = message });
    }

    public async Task SendAsync(JsonObject message, JsonObject[] blocks, string stopReason)
    {
        await StartAsync(message);
        for (var i = 0; i < blocks.Length; i++)
            await BlockAsync(i, blocks[i]);
        await EventAsync(new()
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = stopReason, ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = OutputTokens },
        });
        await EventAsync(new() { ["type"] = "message_stop" });
    }

    private async Task BlockAsync(int index, JsonObject block)
    {
        var (empty, delta) = block["type"]?.GetValue<string>() == "text" ? TextParts(block) : ToolParts(block);
        await EventAsync(new() { ["type"] = "content_block_start", ["index"] = index, ["content_block"] = empty });
        await EventAsync(new() { ["type"] = "content_block_delta", ["index"] = index, ["delta"] = delta });
        await EventAsync(new() { ["type"] = "content_block_stop", ["index"] = index });
    }

    private static (JsonObject Empty, JsonObject Delta) TextParts(JsonObject block) => (
        new() { ["type"] = "text", ["text"] = "" },
        new() { ["type"] = "text_delta", ["text"] = block["text"]?.DeepClone() });

    private static (JsonObject Empty, JsonObject Delta) ToolParts(JsonObject block)
    {
        var empty = (JsonObject)block.DeepClone();
        empty["input"] = new JsonObject();
        return (empty, new() { ["type"] = "input_json_delta", ["partial_json"] = block["input"]?.ToJsonString() });
    }

    private async Task EventAsync(JsonObject data)
    {
        await context.Response.WriteAsync($"event: {data["type"]}\ndata: {data.ToJsonString()}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
