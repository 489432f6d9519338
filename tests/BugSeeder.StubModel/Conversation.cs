using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace BugSeeder.StubModel;

/// <summary>One request in a protocol of model providers: what it asks, and how it is answered.</summary>
/// <param name="context">The request.</param>
/// <param name="request">Its body.</param>
internal abstract partial class Conversation(HttpContext context, JsonObject request)
{
    /// <summary>What every answer claims to have used. Each protocol has other fields for the same numbers.</summary>
    protected const int Input = 1000, Cached = 300, Written = 200, Output = 50, Reasoning = 7;

    protected HttpContext Context { get; } = context;

    protected JsonObject Request { get; } = request;

    /// <summary>The body as text.</summary>
    public string Body { get; } = request.ToJsonString();

    /// <summary>The names of the offered tools; requests without tools are the assistant's own, such as for a title.</summary>
    public abstract IReadOnlySet<string> Tools { get; }

    /// <summary>How many tool calls have been answered: the step that the conversation is at.</summary>
    public abstract int Done { get; }

    /// <summary>The assistant's working directory, as its prompt names it.</summary>
    public string Folder => WorkingDirectory().Match(Body) is { Success: true } match ? match.Groups["path"].Value : ".";

    /// <summary>Whether the answer is to be sent in pieces.</summary>
    protected virtual bool Streams => Request["stream"]?.GetValue<bool>() == true;

    /// <summary>Answers with a tool call, or with a text when there is none.</summary>
    public abstract Task AnswerAsync(StubCall? call, string text);

    /// <summary>Begins to answer, and never ends.</summary>
    public virtual async Task StallAsync()
    {
        Context.Response.ContentType = "text/event-stream";
        await Context.Response.WriteAsync(": wait\n\n", Context.RequestAborted);
        await Context.Response.Body.FlushAsync(Context.RequestAborted);
        await Task.Delay(Timeout.Infinite, Context.RequestAborted);
    }

    /// <summary>Never answers.</summary>
    public Task HangAsync() => Task.Delay(Timeout.Infinite, Context.RequestAborted);

    /// <summary>Refuses.</summary>
    public Task FailAsync(int status, string type, string message)
    {
        Context.Response.StatusCode = status;
        return WholeAsync(Error(status, type, message));
    }

    /// <summary>An error in the protocol's form.</summary>
    protected abstract JsonObject Error(int status, string type, string message);

    protected Task WholeAsync(JsonObject answer) => Context.Response.WriteAsJsonAsync(answer, Context.RequestAborted);

    protected async Task EventAsync(string? type, JsonNode data)
    {
        if (!Context.Response.HasStarted)
            Context.Response.ContentType = "text/event-stream";
        await Context.Response.WriteAsync($"{(type is null ? "" : $"event: {type}\n")}data: {data.ToJsonString()}\n\n", Context.RequestAborted);
        await Context.Response.Body.FlushAsync(Context.RequestAborted);
    }

    protected static HashSet<string> Names(IEnumerable<string?> names) => [.. names.OfType<string>()];

    protected static string NewId(string prefix) => $"{prefix}_{Guid.NewGuid():N}";

    /// <summary>Assistants say in their prompts where they work, each in its own words. The text is JSON, so a path ends before an escape.</summary>
    [GeneratedRegex(@"(?:[Ww]orking directory|<cwd>|Current working directory|Workspace Directories:\**\\n\s*-)(?:[:>\s]|\\n|\*)*(?:is\s*)?[`""]?(?<path>/(?:(?!\\[nr]|[""<`,]|\\u00).)+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WorkingDirectory();
}
