using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// Codex. Its configuration is written for each trial, with a provider of its own, because the built-in one keeps a login and cannot be told
/// how often to try again. It can be told neither turns nor money, so both are counted from outside.
/// </summary>
internal sealed class CodexAdapter(AssistantSettings settings) : Adapter(settings)
{
    private const string KeyVariable = "OPENAI_API_KEY";

    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = AssistantKind.Of(
        "codex",
        "Codex, by OpenAI, through its command line codex; needs OPENAI_API_KEY.",
        settings => new CodexAdapter(settings));

    /// <inheritdoc/>
    public override string Install => "Install Codex (npm install -g @openai/codex)";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => [KeyVariable, "CODEX_API_KEY"];

    /// <inheritdoc/>
    protected override string Program => "codex";

    private string Address => Settings.BaseUrl ?? Variable("OPENAI_BASE_URL") ?? "https://api.openai.com/v1";

    /// <inheritdoc/>
    public override Invocation Invocation(string program, AssistantTask task, AssistantPlaces places)
    {
        var variables = AssistantEnvironment.Of(places);
        variables["CODEX_HOME"] = places.In("home/.codex");
        return Common(program, task, Arguments(places), variables, ApiHost.Of(Address)!) with
        {
            Files = new Dictionary<string, string> { ["home/.codex/config.toml"] = Configuration() },
            // What it used stands in its output only at the very end; its own journal has it call by call.
            Evidence = ["home/.codex/sessions/**/rollout-*.jsonl"],
        };
    }

    /// <inheritdoc/>
    public override EventReader Reader() => new CodexReader();

    private IEnumerable<string> Arguments(AssistantPlaces places) =>
    [
        "exec", "--json", "--skip-git-repo-check", "-C", places.Workspace,
        // Its own sandbox cannot be made inside of ours.
        .. Settings.FullPermissions ? ["--dangerously-bypass-approvals-and-sandbox"] : new[] { "-s", "read-only" },
        .. Settings.Model is { } model ? ["-m", model] : Array.Empty<string>(),
        .. Settings.ReadProjectInstructions ? [] : new[] { "-c", "project_doc_max_bytes=0" },
        "-",
    ];

    private string Configuration() => $"""
        model_provider = "api"
        check_for_update_on_startup = false
        web_search = "disabled"

        [analytics]
        enabled = false

        # It would ask three hosts for a list of plugins, and in a box that would look as if its model had asked.
        [features]
        plugins = false

        [model_providers.api]
        name = "api"
        base_url = {Toml(Address)}
        env_key = "{(Variable(KeyVariable) is null && Settings.KeyFile is null && Variable("CODEX_API_KEY") is not null ? "CODEX_API_KEY" : KeyVariable)}"
        wire_api = "responses"
        request_max_retries = {Settings.RequestRetries}
        stream_max_retries = {Settings.RequestRetries}
        stream_idle_timeout_ms = 300000

        """;

    private static string Toml(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
