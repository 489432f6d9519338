using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// Claude Code. Every trial has a configuration and a home of its own, so neither the user's memory, hooks and servers nor an earlier trial
/// reach it. The prompt goes through standard input, where its length cannot matter.
/// </summary>
internal sealed class ClaudeCodeAdapter(AssistantSettings settings) : Adapter(settings)
{
    private const string RequestTimeoutMilliseconds = "300000";

    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = AssistantKind.Of(
        "claude",
        "Claude Code, by Anthropic, through its command line claude; needs ANTHROPIC_API_KEY or CLAUDE_CODE_OAUTH_TOKEN.",
        settings => new ClaudeCodeAdapter(settings));

    /// <inheritdoc/>
    public override string Install => "Install Claude Code (npm install -g @anthropic-ai/claude-code)";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => ["ANTHROPIC_API_KEY", "CLAUDE_CODE_OAUTH_TOKEN", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_"];

    /// <inheritdoc/>
    protected override string Program => "claude";

    /// <inheritdoc/>
    public override Invocation Invocation(string program, AssistantTask task, AssistantPlaces places)
    {
        var variables = AssistantEnvironment.Of(places);
        variables["CLAUDE_CONFIG_DIR"] = places.In("home/.claude");
        // Its common temporary folder would show a trial the names and outputs of all others.
        variables["CLAUDE_CODE_TMPDIR"] = places.In("home/tmp");
        variables["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1";
        variables["DISABLE_AUTOUPDATER"] = "1";
        variables["CLAUDE_CODE_MAX_RETRIES"] = $"{Settings.RequestRetries}";
        variables["API_TIMEOUT_MS"] = RequestTimeoutMilliseconds;
        if (Settings.BaseUrl is { } address)
            variables["ANTHROPIC_BASE_URL"] = address;
        // As root it refuses to work without being asked for permissions, unless it is told that this is a sandbox.
        if (Settings.FullPermissions && !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            variables["IS_SANDBOX"] = "1";
        return Common(program, task, Arguments(task.Limits), variables, ApiHost.Of(Variable("ANTHROPIC_BASE_URL")) ?? new("api.anthropic.com")) with
        {
            Folders = ["home/.claude", "home/tmp"],
        };
    }

    /// <inheritdoc/>
    public override EventReader Reader() => new ClaudeCodeReader();

    private IEnumerable<string> Arguments(AssistantLimits limits) =>
    [
        // stream-json is refused without --verbose. A session that is kept would hold its shell's output with the keys in it.
        "-p", "--output-format", "stream-json", "--verbose", "--no-session-persistence", "--strict-mcp-config",
        "--setting-sources", Settings.ReadProjectInstructions ? "user,project" : "user",
        "--tools", "Bash,Edit,Read,Write",
        // Said twice, because a tool that goes to the network would make what the assistant knows unknowable.
        "--disallowedTools", "WebFetch,WebSearch",
        .. Settings.FullPermissions ? ["--dangerously-skip-permissions"] : Array.Empty<string>(),
        .. Settings.Model is { } model ? ["--model", model] : Array.Empty<string>(),
        .. limits.Turns is { } turns ? ["--max-turns", $"{turns}"] : Array.Empty<string>(),
        .. limits.CostUsd is { } cost ? ["--max-budget-usd", $"{cost}"] : Array.Empty<string>(),
    ];
}
