using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace BugSeeder.StubModel;

/// <summary>Routes requests to the scenario that they name. It keeps no state between them, so any number of assistants can use it at once.</summary>
internal static class StubServer
{
    private static readonly SemaphoreSlim LogGate = new(1);

    public static WebApplication Create(StubOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var scenario = new Scenario(StubScript.Load(options.Script));
        app.Run(context => HandleAsync(context, options, scenario));
        return app;
    }

    private static async Task HandleAsync(HttpContext context, StubOptions options, Scenario scenario)
    {
        var path = context.Request.Path.Value ?? "/";
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (options.Log is { } log)
        {
            await LogGate.WaitAsync(context.RequestAborted);
            await File.AppendAllTextAsync(log, body.ReplaceLineEndings(" ") + "\n", context.RequestAborted);
            LogGate.Release();
        }

        if (path.EndsWith("/count_tokens", StringComparison.Ordinal))
            await context.Response.WriteAsJsonAsync(new JsonObject { ["input_tokens"] = 1000 }, context.RequestAborted);
        else if (path.EndsWith(":countTokens", StringComparison.Ordinal))
            await context.Response.WriteAsJsonAsync(new JsonObject { ["totalTokens"] = 1000 }, context.RequestAborted);
        else if (path.EndsWith("/models", StringComparison.Ordinal))
            await context.Response.WriteAsJsonAsync(new JsonObject { ["object"] = "list", ["data"] = new JsonArray(), ["models"] = new JsonArray() }, context.RequestAborted);
        else if (body.Length > 0 && JsonNode.Parse(body) is JsonObject request && ConversationOf(path, context, request) is { } conversation)
            await scenario.PlayAsync(ScenarioOf(path) ?? options.Scenario, conversation);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>The protocol that the path belongs to.</summary>
    private static Conversation? ConversationOf(string path, HttpContext context, JsonObject request) => path switch
    {
        _ when path.EndsWith("/messages", StringComparison.Ordinal) => new MessagesConversation(context, request),
        _ when path.EndsWith("/responses", StringComparison.Ordinal) => new ResponsesConversation(context, request),
        _ when path.EndsWith("/chat/completions", StringComparison.Ordinal) => new ChatConversation(context, request),
        _ when path.EndsWith("enerateContent", StringComparison.Ordinal) => new GeminiConversation(context, request),
        _ => null,
    };

    /// <summary>What stands before the protocol's own path.</summary>
    private static string? ScenarioOf(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && !first.StartsWith("v1", StringComparison.Ordinal) ? first : null;
}
