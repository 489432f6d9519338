using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace BugSeeder.StubModel;

/// <summary>Answers one request of the Anthropic Messages protocol, streamed or whole.</summary>
internal sealed partial class MessagesReply(HttpContext context, JsonObject request, IReadOnlyList<StubScript> scripts)
{
    /// <summary>The answer of a model that has nothing to do.</summary>
    private static readonly StubScript Silent = new([], """{"verdict": "no-defect"}""");

    private readonly string body = request.ToJsonString();

    public Task SendAsync(string scenario) => scenario switch
    {
        "fix" => SendScriptAsync(scripts.FirstOrDefault(script => script.When is null || body.Contains(script.When, StringComparison.Ordinal)) ?? Silent),
        "text" => SendScriptAsync(scripts.Count > 0 ? scripts[0] with { Calls = [] } : Silent),
        "loop" => SendBlocksAsync(new StubCall("Bash", new JsonObject { ["command"] = $"echo {Done()}", ["description"] = "again" }), ""),
        "stall" => StartAndStallAsync(),
        "hang" => Task.Delay(Timeout.Infinite, context.RequestAborted),
        "401" => SendErrorAsync(401, "authentication_error", "invalid x-api-key"),
        "403" => SendErrorAsync(403, "permission_error", "not allowed"),
        "404" => SendErrorAsync(404, "not_found_error", "model: unknown"),
        "429" => SendErrorAsync(429, "rate_limit_error", "slow down"),
        "500" => SendErrorAsync(500, "api_error", "internal error"),
        "529" => SendErrorAsync(529, "overloaded_error", "Overloaded"),
        "credit" => SendErrorAsync(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API."),
        "overflow" => SendErrorAsync(400, "invalid_request_error", "prompt is too long: 250000 tokens > 200000 maximum"),
        _ => SendErrorAsync(404, "not_found_error", $"no scenario {scenario}"),
    };

    private Task SendScriptAsync(StubScript script)
    {
        var done = Done();
        // Requests without tools are the assistant's own, such as for a title.
        var offered = request["tools"] is JsonArray { Count: > 0 };
        return SendBlocksAsync(offered && done < script.Calls.Count ? script.Calls[done] : null, script.Final);
    }

    private async Task SendBlocksAsync(StubCall? call, string final)
    {
        JsonObject[] blocks = call is null
            ? [new() { ["type"] = "text", ["text"] = final }]
            : [
                new() { ["type"] = "text", ["text"] = $"Using {call.Tool}." },
                new() { ["type"] = "tool_use", ["id"] = NewId("toolu"), ["name"] = call.Tool, ["input"] = Placed(call.Input) },
            ];
        var stop = call is null ? "end_turn" : "tool_use";
        if (request["stream"]?.GetValue<bool>() == true)
            await new MessagesStream(context).SendAsync(NewMessage(), blocks, stop);
        else
            await SendWholeAsync(blocks, stop);
    }

    private Task SendWholeAsync(JsonObject[] blocks, string stop)
    {
        var message = NewMessage();
        message["content"] = new JsonArray([.. blocks]);
        message["stop_reason"] = stop;
        return context.Response.WriteAsJsonAsync(message, context.RequestAborted);
    }

    private async Task StartAndStallAsync()
    {
        await new MessagesStream(context).StartAsync(NewMessage());
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private Task SendErrorAsync(int status, string type, string message)
    {
        context.Response.StatusCode = status;
        var error = new JsonObject { ["type"] = type, ["message"] = message };
        return context.Response.WriteAsJsonAsync(new JsonObject { ["type"] = "error", ["error"] = error }, context.RequestAborted);
    }

    private JsonObject NewMessage() => new()
    {
        ["id"] = NewId("msg"),
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = request["model"]?.DeepClone(),
        ["content"] = new JsonArray(),
        ["stop_reason"] = null,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject
        {
            ["input_tokens"] = 1000,
            ["cache_creation_input_tokens"] = 200,
            ["cache_read_input_tokens"] = 300,
            ["output_tokens"] = MessagesStream.OutputTokens,
        },
    };

    /// <summary>How many tool calls have been answered: the step that the conversation is at.</summary>
    private int Done() => (request["messages"] as JsonArray ?? [])
        .SelectMany(message => message?["content"] as JsonArray ?? [])
        .Count(block => block?["type"]?.GetValue<string>() == "tool_result");

    /// <summary>The input with the assistant's working directory filled in, as its system prompt names it.</summary>
    private JsonNode Placed(JsonNode input)
    {
        var folder = WorkingDirectory().Match(body) is { Success: true } match ? match.Groups["path"].Value : ".";
        return JsonNode.Parse(input.ToJsonString().Replace("{cwd}", folder, StringComparison.Ordinal))!;
    }

    private static string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{Guid.NewGuid():N}");

    /// <summary>Both texts are JSON, so the path is taken with its escapes and put back with them.</summary>
    [GeneratedRegex(@"[Ww]orking directory: (?<path>(?:(?!\\[nr]|[""<`]).)+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WorkingDirectory();
}
