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
        var scripts = StubScript.Load(options.Script);
        app.Run(context => HandleAsync(context, options, scripts));
        return app;
    }

    private static async Task HandleAsync(HttpContext context, StubOptions options, IReadOnlyList<StubScript> scripts)
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
        else if (path.EndsWith("/messages", StringComparison.Ordinal) && JsonNode.Parse(body) is JsonObject request)
            await new MessagesReply(context, request, scripts).SendAsync(ScenarioOf(path) ?? options.Scenario);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>What stands before the protocol's own path.</summary>
    private static string? ScenarioOf(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && first is not "v1" ? first : null;
}
