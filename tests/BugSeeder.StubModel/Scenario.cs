namespace BugSeeder.StubModel;

/// <summary>What the model does, whatever protocol it is asked in.</summary>
/// <param name="scripts">The scripts of the scenario <c>fix</c>.</param>
internal sealed class Scenario(IReadOnlyList<StubScript> scripts)
{
    /// <summary>The answer of a model that has nothing to do.</summary>
    private const string Nothing = """{"verdict": "no-defect"}""";

    public Task PlayAsync(string name, Conversation conversation) => name switch
    {
        "fix" => conversation.AnswerAsync(Next(conversation), Final(conversation)),
        "text" => conversation.AnswerAsync(null, Final(conversation)),
        "loop" => conversation.AnswerAsync(conversation.Tools.Count == 0 ? null : new Toolbox(conversation.Tools, conversation.Folder).Run($"sleep 1; echo {conversation.Done}"), Nothing),
        "stall" => conversation.StallAsync(),
        "hang" => conversation.HangAsync(),
        "401" => conversation.FailAsync(401, "authentication_error", "invalid x-api-key"),
        "403" => conversation.FailAsync(403, "permission_error", "not allowed"),
        "404" => conversation.FailAsync(404, "not_found_error", "model: unknown"),
        "429" => conversation.FailAsync(429, "rate_limit_error", "slow down"),
        "500" => conversation.FailAsync(500, "api_error", "internal error"),
        "529" => conversation.FailAsync(529, "overloaded_error", "Overloaded"),
        "credit" => conversation.FailAsync(400, "invalid_request_error", "Your credit balance is too low to access the API."),
        "overflow" => conversation.FailAsync(400, "invalid_request_error", "prompt is too long: 250000 tokens > 200000 maximum"),
        _ => conversation.FailAsync(404, "not_found_error", $"no scenario {name}"),
    };

    /// <summary>Requests without tools are the assistant's own, such as for a title.</summary>
    private StubCall? Next(Conversation conversation)
    {
        if (conversation.Tools.Count == 0 || Script(conversation) is not { } script)
            return null;
        var toolbox = new Toolbox(conversation.Tools, conversation.Folder);
        return script.Calls.SelectMany(toolbox.CallsOf).ElementAtOrDefault(conversation.Done);
    }

    private string Final(Conversation conversation) => Script(conversation)?.Final ?? Nothing;

    private StubScript? Script(Conversation conversation) => scripts.FirstOrDefault(script => script.When is null || conversation.Body.Contains(script.When, StringComparison.Ordinal));
}
